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
    *cost = pointCost(*facts.run, point);
    TodayRow row;
    row.text = {{what + " "}, {where, Emphasis::Strong}};
    row.figure = amountText(*facts.run, facts.words, *cost);
    row.tone = tone;
    row.strong = true;
    if (point.tiers)
        row.target = {"decide", 0, {}, {{"decide.point", "tiers"}}};
    else
        row.target = {"decide", 0, point.threshold, {}};
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
        // The first one names the unit.
        if (costs.size() > 1) block.rows.back().brief = amountText(costs.back());
    };
    const auto where = [&](const OperatingPoint& point) {
        return point.tiers ? cutoffsText(point) : shortThreshold(run, point.threshold);
    };
    if (facts.policy) {
        const OperatingPoint inForce = pointOf(*facts.policy);
        add("policy in force", inForce, where(inForce), TodayTone::Ink);
    }
    const OperatingPoint& now = facts.point;
    if ((now.tiers || !std::isnan(now.threshold)) && !(facts.policy && pointOf(*facts.policy) == now))
        add("on the screen", now, where(now), TodayTone::Accent);
    if (run.best)
        add(now.tiers || (facts.policy && facts.policy->tiers) ? "lowest with one threshold"
                                                               : "lowest possible",
            {run.best->threshold, {}}, shortThreshold(run, run.best->threshold), TodayTone::Quiet);
    const double most = costs.empty() ? 0 : *std::max_element(costs.begin(), costs.end());
    for (std::size_t i = 0; i < costs.size(); ++i)
        if (most > 0) block.rows[i].bar = std::max(costs[i], 0.0) / most;
    return block;
}

}  // namespace reckoner
