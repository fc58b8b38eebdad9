#include "core/report/acts_report.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/cost/operating_point.h"
#include "core/cost/tier_search.h"
#include "core/report/metrics_json.h"
#include "core/report/point_json.h"
#include "core/report/text_table.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/policy_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

constexpr std::pair<std::string_view, TierAct> kActs[] = {
    {"none", TierAct::None}, {"review", TierAct::Review}, {"automatic", TierAct::Automatic}};

std::string nameOf(TierAct act) {
    for (const auto& [name, known] : kActs)
        if (known == act) return std::string(name);
    return {};
}

double weightOf(const ActsReport& report, std::size_t tier) {
    const Tier& one = report.totals.tiers[tier];
    return report.analysis->cost.weight(one.positives, one.negatives);
}

Json expectedJson(const ActsReport& report, double scale) {
    Json expected = {{"automatic", 0.0}, {"review", 0.0}, {"none", 0.0}};
    for (std::size_t i = 0; i < report.plan.tiers.size(); ++i) {
        Json& sum = expected[nameOf(report.plan.tiers[i].act)];
        sum = sum.get<double>() + weightOf(report, i) / scale;
    }
    return expected;
}

}  // namespace

std::vector<TierAct> parseActs(const std::string& text) {
    std::vector<TierAct> acts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string word = text.substr(at, comma - at);
        bool known = false;
        for (const auto& [name, act] : kActs) {
            if (name != word) continue;
            acts.push_back(act);
            known = true;
        }
        if (!known)
            throw Error(ErrorCode::Usage,
                        "\"" + word + "\" is nothing that tiers do; they are none, review and automatic.");
        at = comma + 1;
    }
    if (acts.size() < 2 || acts.size() > kMostCutoffs + 1)
        throw Error(ErrorCode::Usage, "There are two to four tiers, from the lowest scores up.");
    return acts;
}

ActsReport actsReport(const RunAnalysisPtr& analysis, const TiersRequest& request,
                      const std::vector<TierAct>& acts, const Vocabulary& words, const TaskContext& context) {
    if (analysis->sweep->samples() == 0)
        throw Error(ErrorCode::BadInput, "No sample of this run can be scored, so there is nothing to cut.");
    ActsReport report;
    report.analysis = analysis;
    report.words = words;
    report.terms = request.terms;
    report.capacity = request.capacity;
    if (request.capacity)
        report.terms.capacity = *request.capacity * samplesPerDecision(*analysis).value_or(1);
    for (const TierAct act : acts)
        report.plan.tiers.push_back({nameOf(act), act, {}, {}, {}});
    // Tiers in which the same is done fall together where the best threshold is.
    report.plan.cutoffs.assign(acts.size() - 1, analysis->best->threshold);
    report.plan.cutoffs = bestCutoffs(*analysis->sweep, analysis->cost, report.terms, report.plan, context);
    report.totals = tierTotals(*analysis->sweep, analysis->cost, report.terms, report.plan);
    report.withoutReview = analysis->best->total;
    return report;
}

Json actsJson(const ActsReport& report) {
    const RunAnalysis& run = *report.analysis;
    Json tiers = Json::array();
    for (std::size_t i = 0; i < report.plan.tiers.size(); ++i) {
        const Tier& tier = report.totals.tiers[i];
        tiers.push_back({{"act", nameOf(report.plan.tiers[i].act)},
                         {"n", tier.n()},
                         {"positives", tier.positives.n},
                         {"negatives", tier.negatives.n},
                         {"cost", tier.cost}});
    }
    Json document = {{"run", runJson(run.request.table->info())},
                     {"cutoffs", cutoffsJson({0, report.plan})},
                     {"expected", expectedJson(report, 1)},
                     {"total_cost", report.totals.total},
                     {"total_cost_without_review", report.withoutReview},
                     {"review_cost", report.terms.cost},
                     {"reviewer_accuracy", report.terms.accuracy},
                     {"capacity", report.capacity ? Json(*report.capacity) : Json()},
                     {"tiers", std::move(tiers)},
                     {"per_period", nullptr}};
    if (const auto scale = samplesPerDecision(run))
        document["per_period"] = {{"period", run.cost.model().period},
                                  {"expected", expectedJson(report, *scale)},
                                  {"total_cost", report.totals.total / *scale}};
    return document;
}

std::string actsText(const ActsReport& report) {
    const RunAnalysis& run = *report.analysis;
    const RunInfo& info = run.request.table->info();
    const double scale = samplesPerDecision(run).value_or(1);
    const std::string period = samplesPerDecision(run) ? "a " + run.cost.model().period : "in this run";
    const auto money = [&](double total) { return amountText(run, report.words, total / scale); };
    const double saved = report.withoutReview - report.totals.total;
    std::string text = terminalText(info.model + " " + runName(info)) + " on " + terminalText(info.evalSet) +
                       fmt::format("\nTiers from {}: {} {}, {} {} than the best single threshold.\n",
                                   cutoffsText(OperatingPoint(0, report.plan)), money(report.totals.total),
                                   period, money(std::fabs(saved)), saved < 0 ? "more" : "less");
    TextTable table = tierTable(report.words, period);
    for (std::size_t i = report.plan.tiers.size(); i-- > 0;) {
        const double positives = run.cost.shift().positives * report.totals.tiers[i].positives.weight;
        table.add({nameOf(report.plan.tiers[i].act),
                   i == 0 ? std::string() : storedThreshold(report.plan.cutoffs[i - 1]),
                   shareText(weightOf(report, i) / run.weight()),
                   count(static_cast<std::uint64_t>(std::llround(weightOf(report, i) / scale))),
                   count(static_cast<std::uint64_t>(std::llround(positives / scale))),
                   money(report.totals.tiers[i].cost)});
    }
    return text + table.text();
}

}  // namespace reckoner
