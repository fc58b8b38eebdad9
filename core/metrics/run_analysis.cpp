#include "core/metrics/run_analysis.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/data/default_threshold.h"
#include "core/metrics/score_histogram.h"

namespace reckoner {
namespace {

RowSet cohortOf(const AnalysisRequest& request, const TaskContext& context) {
    if (request.where.empty()) return RowSet::all(request.table->rows());
    const std::string& positive =
        request.positive.empty() ? request.table->info().positive : request.positive;
    return Filter::parse(request.where)
        .apply(*request.table, {positive, request.threshold, {}, request.facts}, context);
}

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

double thresholdOfPrevalence(const Sweep& sweep) {
    double found = std::numeric_limits<double>::infinity();
    sweep.scan([&](double threshold, const Tally& tally) {
        found = threshold;
        return tally.tp.weight + tally.fp.weight < tally.tp.weight + tally.fn.weight;
    });
    return found;
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
    return request.where.empty() || scored < samples ? all : all * samples / scored;
}

double RunAnalysis::perPeriod(double total) const {
    const double decisions = volume();
    if (decisions <= 0 || sweep->samples() == 0) return total;
    const double weight = sweep->at(std::numeric_limits<double>::infinity()).weight();
    return weight > 0 ? total / weight * decisions : total;
}

double RunAnalysis::startingThreshold(std::optional<double> policy) const {
    if (policy) return *policy;
    return ownThreshold(request.table->info()).value_or(prevalenceThreshold);
}

RunAnalysisPtr analyse(const AnalysisRequest& request, const TaskContext& context) {
    const EvalTable& table = *request.table;
    context.report(0, "reading");
    const RowSet cohort = cohortOf(request, context);
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
    context.report(0.5, "ranking");
    analysis->ranking = rankingNumbers(*analysis->sweep, context);
    context.report(0.6, "ranking");
    analysis->aucInterval = delong(*analysis->sweep, !analysis->rows.weights.empty(), context);
    context.report(0.7, "calibration");
    analysis->probability = probabilityNumbers(analysis->rows, table.info().kind, context);
    context.report(0.8, "costs");
    setAxis(*analysis);
    if (analysis->sweep->samples() > 0) analysis->best = optimum(*analysis->sweep, analysis->cost, context);
    context.report(0.9, "curves");
    const auto keep = analysis->best ? std::optional(analysis->best->threshold) : std::nullopt;
    analysis->curve = thinnedCurve(*analysis->sweep, analysis->cost, keep, context);
    analysis->prevalenceThreshold = thresholdOfPrevalence(*analysis->sweep);
    context.report(1, "curves");
    return analysis;
}

}  // namespace reckoner
