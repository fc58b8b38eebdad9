#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/cost/operating_point.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/policy_words.h"
#include "core/wording/today_card.h"

namespace reckoner {
namespace {

TodayRow costRow(const TodayFacts& facts, const std::string& what, const OperatingPoint& point,
                 const std::string& where, TodayTone tone, double* cost) {
    *cost = pointFigures(*facts.run, point).cost;
    TodayRow row;
    row.text = {{what + " "}, {where, Emphasis::Strong}};
    row.figure = amountText(*facts.run, facts.words, *cost);
    row.tone = tone;
    row.strong = true;
    row.target = {"decide", 0, point.tiers ? std::nullopt : std::optional(point.threshold), {}};
    return row;
}

std::string titleOf(const RunAnalysis& run) {
    const std::string period = run.cost.model().period;
    if (run.volume() > 0 && !period.empty()) return fmt::format("What a {} costs", period);
    return "What mistakes cost";
}

}  // namespace

TodayBlock todayMoney(const TodayFacts& facts) {
    TodayBlock block;
    if (!facts.run) {
        block.title = "What mistakes cost";
        block.rows.push_back(
            {TodayMark::None, {{"Several classes cost by class: see the matrix."}}, {}, TodayTone::Quiet});
        block.rows.back().target = {"errors", 0, {}, {}};
        return block;
    }
    const RunAnalysis& run = *facts.run;
    block.title = titleOf(run);
    std::vector<double> costs;
    const auto add = [&](const std::string& what, const OperatingPoint& point, const std::string& where,
                         TodayTone tone) {
        costs.emplace_back();
        block.rows.push_back(costRow(facts, what, point, where, tone, &costs.back()));
    };
    if (facts.policy) {
        const OperatingPoint inForce = pointOf(*facts.policy);
        add("policy in force", inForce,
            inForce.tiers ? cutoffsText(inForce) : shortThreshold(run, inForce.threshold), TodayTone::Ink);
    }
    if (!std::isnan(facts.threshold) &&
        (!facts.policy || facts.policy->tiers || facts.policy->threshold != facts.threshold))
        add("on the screen", {facts.threshold, {}}, shortThreshold(run, facts.threshold), TodayTone::Accent);
    if (run.best)
        add("lowest possible", {run.best->threshold, {}}, shortThreshold(run, run.best->threshold),
            TodayTone::Quiet);
    const double most = costs.empty() ? 0 : *std::max_element(costs.begin(), costs.end());
    for (std::size_t i = 0; i < costs.size(); ++i)
        if (most > 0) block.rows[i].bar = std::max(costs[i], 0.0) / most;
    return block;
}

}  // namespace reckoner
