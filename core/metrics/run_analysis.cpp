#include "core/metrics/run_analysis.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/data/default_threshold.h"
#include "core/metrics/cohort_rows.h"
#include "core/metrics/matching_threshold.h"
#include "core/metrics/score_histogram.h"

namespace reckoner {
namespace {

void setAxis(RunAnalysis& analysis) {
    const ScoreKind kind = analysis.request.table->info().kind;
    const double lowest = analysis.sweep->lowest();
    const double highest = analysis.sweep->highest();
    const bool empty = analysis.sweep->samples() == 0;
    if (kind == ScoreKind::Probability || kind == ScoreKind::Percent || empty) {
        analysis.axisLo = 0;
        analysis.axisHi = kind == ScoreKind::Percent ? 100 : 1;
        if (empty) return;
        analysis.axisLo = std::min(analysis.axisLo, lowest);
        analysis.axisHi = std::max(analysis.axisHi, highest);
        return;
    }
    analysis.axisLo = lowest;
    analysis.axisHi = highest;
    if (lowest < highest) return;
    // One score only: an axis around it.
    const double room = lowest == 0 ? 1 : std::abs(lowest);
    analysis.axisLo -= room;
    analysis.axisHi += room;
}

// Both classes of the whole run by weight, where the cohort is not all of it.
void countRun(RunAnalysis& analysis, const TaskContext& context) {
    const AnalysisRequest& request = analysis.request;
    const bool ofRun = request.prevalenceOf == AnalysisRequest::PrevalenceOf::Run;
    if (!request.costs.prevalence || request.where.empty() || !ofRun) return;
    if (analysis.runPositives + analysis.runNegatives > 0) return;
    const ScoredRows all =
        ScoredRows::of(*request.table, RowSet::all(request.table->rows()), analysis.rows.positive, context);
    for (std::size_t i = 0; i < all.rows.size(); ++i)
        (all.positiveBits[i] != 0 ? analysis.runPositives : analysis.runNegatives) +=
            all.weights.empty() ? 1 : all.weights[i];
}

ClassShift shiftOf(const RunAnalysis& analysis) {
    if (analysis.runPositives + analysis.runNegatives > 0 &&
        analysis.request.prevalenceOf == AnalysisRequest::PrevalenceOf::Run)
        return classShift(analysis.request.costs.prevalence, analysis.runPositives, analysis.runNegatives);
    const Tally nobody = analysis.sweep->at(std::numeric_limits<double>::infinity());
    return classShift(analysis.request.costs.prevalence, nobody.fn.weight, nobody.tn.weight);
}

// All that the costs decide, from a sweep that carries their amounts.
void priceRun(RunAnalysis& analysis, const TaskContext& context) {
    countRun(analysis, context);
    analysis.cost = BoundCost(analysis.request.costs, analysis.measures, shiftOf(analysis));
    analysis.best.reset();
    if (analysis.sweep->samples() > 0) analysis.best = optimum(*analysis.sweep, analysis.cost, context);
    context.report(0.9, "curves");
    const auto keep = analysis.best ? std::optional(analysis.best->threshold) : std::nullopt;
    analysis.curve = thinnedCurve(*analysis.sweep, analysis.cost, keep, context);
}

bool carries(const std::vector<std::string>& measures, const CostModel& costs) {
    const std::vector<std::string> needed = costs.measures();
    return std::all_of(needed.begin(), needed.end(), [&](const std::string& name) {
        return std::find(measures.begin(), measures.end(), name) != measures.end();
    });
}

}  // namespace

ScoreHistogram RunAnalysis::histogram(int bars) const {
    return scoreHistogram(*sweep, axisLo, axisHi, bars);
}

double RunAnalysis::volume() const {
    const double all = request.costs.volumePerPeriod;
    const auto scored = static_cast<double>(request.table->info().scored);
    const auto samples = static_cast<double>(sweep->samples());
    if (!(all > 0)) return 0;
    if (request.where.empty() || scored < samples) return all;
    const double share = samples / scored;
    if (cost.shift().none()) return all * share;
    const Tally nobody = sweep->at(std::numeric_limits<double>::infinity());
    const double given = nobody.fn.weight + nobody.tn.weight;
    return given > 0 ? all * share * weight() / given : 0;
}

double RunAnalysis::weight() const {
    const Tally nobody = sweep->at(std::numeric_limits<double>::infinity());
    return cost.weight(nobody.fn, nobody.tn);
}

double RunAnalysis::prevalence() const {
    const Tally nobody = sweep->at(std::numeric_limits<double>::infinity());
    const double all = nobody.fn.weight + nobody.tn.weight;
    return all > 0 ? nobody.fn.weight / all : 0;
}

double RunAnalysis::perPeriod(double total) const {
    const double decisions = volume();
    if (decisions <= 0 || sweep->samples() == 0) return total;
    const double all = weight();
    return all > 0 ? total / all * decisions : total;
}

double RunAnalysis::startingThreshold(std::optional<double> policy) const {
    if (policy) return *policy;
    return ownThreshold(request.table->info()).value_or(prevalenceThreshold);
}

RunAnalysisPtr analyse(const AnalysisRequest& request, const TaskContext& context) {
    const EvalTable& table = *request.table;
    context.report(0, "reading");
    const RowSet cohort = cohortRows(request, context);
    ScoredRows rows = ScoredRows::of(table, cohort, request.positive, context);
    std::optional<Grouping> grouping;
    if (!request.groupBy.empty()) grouping = Grouping::byColumns(table, request.groupBy, context);

    context.report(0.2, "sorting");
    const std::vector<std::string> measures = request.costs.measures();
    const TaskContext sorting(context.stopToken(), [&](double fraction, std::string_view phase) {
        context.report(0.2 + 0.3 * fraction, phase);
    });
    auto sweep = ThresholdSweep::build(table, rows, measures, grouping ? &*grouping : nullptr, sorting);

    auto analysis = std::make_shared<RunAnalysis>(RunAnalysis{request,
                                                              std::move(rows),
                                                              std::move(grouping),
                                                              std::move(sweep),
                                                              BoundCost(request.costs, measures),
                                                              {},
                                                              {},
                                                              {},
                                                              {},
                                                              {}});
    analysis->measures = measures;
    context.report(0.5, "ranking");
    analysis->ranking = rankingNumbers(*analysis->sweep, context);
    context.report(0.6, "ranking");
    analysis->aucInterval = delong(*analysis->sweep, !analysis->rows.weights.empty(), context);
    context.report(0.7, "calibration");
    analysis->probability = probabilityNumbers(analysis->rows, table.info().kind, context);
    context.report(0.8, "costs");
    setAxis(*analysis);
    priceRun(*analysis, context);
    analysis->prevalenceThreshold = reckoner::prevalenceThreshold(*analysis->sweep);
    context.report(1, "curves");
    return analysis;
}

RunAnalysisPtr withCosts(const RunAnalysisPtr& run, const CostModel& costs,
                         AnalysisRequest::PrevalenceOf prevalenceOf, const TaskContext& context) {
    auto analysis = std::make_shared<RunAnalysis>(*run);
    analysis->request.costs = costs;
    analysis->request.prevalenceOf = prevalenceOf;
    if (!carries(run->measures, costs)) {
        context.report(0.2, "sorting");
        analysis->measures = costs.measures();
        analysis->sweep = ThresholdSweep::build(*run->request.table, run->rows, analysis->measures,
                                                analysis->grouping ? &*analysis->grouping : nullptr, context);
    }
    context.report(0.8, "costs");
    priceRun(*analysis, context);
    return analysis;
}

}  // namespace reckoner
