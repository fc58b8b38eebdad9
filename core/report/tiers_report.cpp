#include "core/report/tiers_report.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/cost/tier_figures.h"
#include "core/report/metrics_json.h"
#include "core/report/text_table.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

// As production is mixed.
double weightOf(const RunAnalysis& run, const Tier& tier) {
    return run.cost.weight(tier.positives, tier.negatives);
}

Json expectedJson(const RunAnalysis& run, const Tiers& tiers, double scale) {
    return {{"automatic", weightOf(run, tiers.acted) / scale},
            {"review", weightOf(run, tiers.reviewed) / scale},
            {"none", weightOf(run, tiers.none) / scale}};
}

Json tierJson(const Tier& tier) {
    return {{"n", tier.n()},
            {"positives", tier.positives.n},
            {"negatives", tier.negatives.n},
            {"cost", tier.cost}};
}

std::string periodOf(const RunAnalysis& run) {
    return samplesPerDecision(run) ? "a " + run.cost.model().period : "in this run";
}

}  // namespace

TiersReport tiersReport(const RunAnalysisPtr& analysis, const TiersRequest& request, const Vocabulary& words,
                        const TaskContext& context) {
    if (analysis->sweep->samples() == 0)
        throw Error(ErrorCode::BadInput, "No sample of this run can be scored, so there is nothing to cut.");
    TiersReport report;
    report.analysis = analysis;
    report.request = request;
    report.words = words;
    if (request.capacity)
        report.request.terms.capacity = *request.capacity * samplesPerDecision(*analysis).value_or(1);
    report.best = bestTiers(*analysis->sweep, analysis->cost, report.request.terms, context);
    report.withoutReview = analysis->best->total;
    return report;
}

Json tiersJson(const TiersReport& report) {
    const Tiers& best = report.best;
    const RunAnalysis& run = *report.analysis;
    Json document = {{"run", runJson(run.request.table->info())},
                     {"cutoffs", {jsonNumber(best.review), jsonNumber(best.automatic)}},
                     {"expected", expectedJson(run, best, 1)},
                     {"total_cost", best.total()},
                     {"total_cost_without_review", report.withoutReview},
                     {"review_cost", report.request.terms.cost},
                     {"reviewer_accuracy", report.request.terms.accuracy},
                     {"capacity", report.request.capacity ? Json(*report.request.capacity) : Json()},
                     {"tiers",
                      {{"automatic", tierJson(best.acted)},
                       {"review", tierJson(best.reviewed)},
                       {"none", tierJson(best.none)}}}};
    const auto scale = samplesPerDecision(run);
    document["per_period"] = nullptr;
    if (scale)
        document["per_period"] = {{"period", run.cost.model().period},
                                  {"expected", expectedJson(run, best, *scale)},
                                  {"total_cost", best.total() / *scale}};
    return document;
}

TextTable tierTable(const Vocabulary& words, const std::string& period) {
    return TextTable({{"Tier"},
                      {"From", Align::Right},
                      {"Share", Align::Right},
                      {"Samples " + period, Align::Right},
                      {words.realOnes, Align::Right},
                      {"Costs " + period, Align::Right}});
}

std::string tiersText(const TiersReport& report) {
    const Tiers& best = report.best;
    const RunAnalysis& run = *report.analysis;
    const RunInfo& info = run.request.table->info();
    const double scale = samplesPerDecision(run).value_or(1);
    const std::string period = periodOf(run);
    std::string text =
        terminalText(info.model + " " + runName(info)) + " on " + terminalText(info.evalSet) + "\n";
    const auto money = [&](double total) { return amountText(run, report.words, total / scale); };
    if (!best.hasBand()) {
        text += fmt::format("A review cannot pay here: one cut-off at {} costs {} {}.\n",
                            storedThreshold(best.review), money(best.total()), period);
    } else {
        text += fmt::format("Automatic from {}, review from {}: {} {}, {} less than without reviews.\n",
                            storedThreshold(best.automatic), storedThreshold(best.review),
                            money(best.total()), period, money(report.withoutReview - best.total()));
    }
    TextTable table = tierTable(report.words, period);
    const double all = run.weight();
    const auto row = [&](const char* name, const std::string& from, const Tier& tier) {
        table.add({name, from, shareText(weightOf(run, tier) / all),
                   count(static_cast<std::uint64_t>(std::llround(weightOf(run, tier) / scale))),
                   count(static_cast<std::uint64_t>(
                       std::llround(run.cost.shift().positives * tier.positives.weight / scale))),
                   money(tier.cost)});
    };
    row("automatic", storedThreshold(best.automatic), best.acted);
    if (best.hasBand()) row("review", storedThreshold(best.review), best.reviewed);
    row("no action", "", best.none);
    return text + table.text();
}

}  // namespace reckoner
