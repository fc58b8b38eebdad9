#include "core/review/gate_baseline.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "core/cost/point_costs.h"
#include "core/cost/sum_interval.h"
#include "core/metrics/class_comparison.h"
#include "core/metrics/comparison.h"
#include "core/metrics/latency.h"
#include "core/metrics/latency_interval.h"
#include "core/metrics/matrix_figures.h"

namespace reckoner {
namespace {

GateDifference unknownDifference(const std::string& sentence) {
    GateDifference difference;
    difference.figure.value = Reason::NotComparable;
    difference.figure.reason = sentence;
    return difference;
}

GateDifference ofLatency(const GatedRun& run, const GatedRun& baseline, const Requirement& requirement,
                         const TaskContext& context) {
    const std::vector<double> before = latenciesOf(baseline, requirement.cohort, context);
    const std::vector<double> now = latenciesOf(run, requirement.cohort, context);
    if (before.empty() || now.empty())
        return unknownDifference("One of the runs has no latency column: the latencies cannot be compared.");
    const double q = latencyQuantile(requirement.metric);
    GateDifference difference;
    difference.baseline = quantile(before, q);
    difference.figure.value = quantile(now, q) - *difference.baseline;
    difference.figure.n = now.size();
    difference.figure.interval = quantileDifferenceInterval(before, now, q);
    return difference;
}

SampleAlignment alignmentOf(const GatedRun& first, const GatedRun& second, const TaskContext& context) {
    if (first.row.evalSetId != second.row.evalSetId)
        return SampleAlignment::byId(*first.table, *second.table, context);
    return SampleAlignment::byOrdinal(first.store->ordinals(first.row.info.id, context),
                                      second.store->ordinals(second.row.info.id, context));
}

// A version decided in tiers is compared by what each common sample costs under its own point, reviews
// included.
GateDifference ofPoints(const GatedRun& run, const GatedRun& baseline, const Requirement& requirement,
                        const TaskContext& context) {
    const auto analysed = [&](const GatedRun& one) {
        AnalysisRequest request;
        request.table = one.table;
        request.where = requirement.cohort;
        request.positive = requirement.classOf;
        request.costs = run.costs->costs;
        request.threshold = one.threshold;
        request.facts = one.facts;
        return analyse(request, context);
    };
    const RunAnalysisPtr first = analysed(baseline), second = analysed(run);
    const SampleCosts firstCosts(*first, context), secondCosts(*second, context);
    const PointCosts then(*first, firstCosts, baseline.point), now(*second, secondCosts, run.point);
    constexpr std::size_t kNotThere = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> places(second->request.table->rows(), kNotThere);
    for (std::size_t i = 0; i < second->rows.rows.size(); ++i)
        places[second->rows.rows[i]] = i;
    const SampleAlignment alignment = alignmentOf(baseline, run, context);
    std::vector<double> changes;
    double before = 0, weight = 0;
    for (std::size_t i = 0; i < first->rows.rows.size(); ++i) {
        const RowIndex row = alignment(first->rows.rows[i]);
        const std::size_t place = row == SampleAlignment::kNone ? kNotThere : places[row];
        if (place == kNotThere || first->rows.positiveBits[i] != second->rows.positiveBits[place]) continue;
        const ClassShift& shift = second->cost.shift();
        weight += (second->rows.weights.empty() ? 1 : second->rows.weights[place]) *
                  (first->rows.positiveBits[i] != 0 ? shift.positives : shift.negatives);
        before += then.at(i);
        changes.push_back(now.at(place) - then.at(i));
    }
    if (changes.size() < 2 || !(weight > 0))
        return unknownDifference("The versions share no samples on which their tiers could be compared.");
    const double scale =
        requirement.metric == "cost_per_period" ? run.costs->costs.volumePerPeriod / weight : 1 / weight;
    const Interval total = sumInterval95(changes, context);
    GateDifference difference;
    difference.baseline = before * scale;
    difference.figure.value = std::accumulate(changes.begin(), changes.end(), 0.0) * scale;
    difference.figure.n = changes.size();
    difference.figure.interval = Interval{total.lo * scale, total.hi * scale};
    return difference;
}

// Money a decision of the samples compared, or a period of the model's decisions.
double scaleOf(const Comparison& comparison, const Requirement& requirement, const CostModel& costs) {
    const bool money = requirement.metric == "cost_per_period" || requirement.metric == "cost_per_decision";
    if (!money) return 1;
    const double weight = comparison.second.tally.weight();
    if (!(weight > 0)) return 1;
    return requirement.metric == "cost_per_period" ? costs.volumePerPeriod / weight : 1 / weight;
}

const Difference* differenceOf(const ClassComparison& comparison, const Requirement& requirement,
                               Value& before) {
    if (requirement.classOf.empty()) {
        before = matrixFigure(comparison.first, requirement.metric);
        return comparison.difference(requirement.metric);
    }
    for (const ClassDifference& one : comparison.perClass) {
        if (one.name != requirement.classOf) continue;
        const std::pair<const char*, const Difference*> figures[] = {
            {"precision", &one.precision}, {"recall", &one.recall}, {"f1", &one.f1}};
        for (std::size_t i = 0; i < 3; ++i) {
            if (requirement.metric != figures[i].first) continue;
            before = one.firstFigures[i];
            return figures[i].second;
        }
    }
    return nullptr;
}

GateDifference ofClasses(const GatedRun& run, const GatedRun& baseline, const Requirement& requirement,
                         const TaskContext& context) {
    ClassComparisonRequest request;
    request.first = baseline.table;
    request.second = run.table;
    request.where = requirement.cohort;
    request.facts = baseline.facts;
    request.alignment = alignmentOf(baseline, run, context);
    const ClassComparison comparison = compareClasses(request, context);
    GateDifference difference;
    const Difference* found = differenceOf(comparison, requirement, difference.baseline);
    if (!found)
        return unknownDifference(
            "There is no such figure of several classes: say of which class, or take one of all.");
    if (!found->value)
        return unknownDifference(
            "The runs have no such figure in common: " + std::string(describe(found->value.why)) + ".");
    difference.figure.value = found->value;
    difference.figure.interval = found->interval;
    difference.figure.n = comparison.secondMatrix.total().n;
    return difference;
}

}  // namespace

GateDifference gateDifference(const GatedRun& run, const GatedRun& baseline, const Requirement& requirement,
                              Executor* executor, const TaskContext& context) {
    const RequirementMetric* metric = findRequirementMetric(requirement.metric);
    if (!metric) return unknownDifference("This version of the program does not know the metric.");
    if (metric->source == RequirementSource::Latency) return ofLatency(run, baseline, requirement, context);
    if (run.row.info.task != Task::Binary && baseline.row.info.task != Task::Binary &&
        !(requirement.metric == "roc_auc" && !requirement.classOf.empty()))
        return ofClasses(run, baseline, requirement, context);
    if (!looksForItsClass(run, requirement) || !looksForItsClass(baseline, requirement))
        return unknownDifference("The runs do not score \"" + requirement.classOf +
                                 "\": there is nothing to compare.");
    const bool money = metric->source == RequirementSource::Money;
    if (money && !run.costs) return unknownDifference("The model has no costs yet: money cannot be judged.");
    if (requirement.metric == "cost_per_period" && !(run.costs->costs.volumePerPeriod > 0))
        return unknownDifference("The model's costs do not say how many decisions a period has.");

    if (money && (run.point.tiers || baseline.point.tiers))
        return ofPoints(run, baseline, requirement, context);

    ComparisonRequest request;
    request.first = baseline.table;
    request.second = run.table;
    request.where = requirement.cohort;
    request.positive = requirement.classOf;
    request.firstThreshold = baseline.threshold;
    request.secondThreshold = run.threshold;
    if (run.costs) request.costs = run.costs->costs;
    request.facts = baseline.facts;
    request.alignment = alignmentOf(baseline, run, context);
    const Comparison comparison = compareRuns(request, executor, context);
    const std::string figure = money ? "cost" : requirement.metric;
    const Difference* found = comparison.difference(figure);
    if (!found || !found->value)
        return unknownDifference("The runs have no such figure in common: " +
                                 std::string(describe(found ? found->value.why : Reason::NotComparable)) +
                                 ".");
    const double scale = scaleOf(comparison, requirement, request.costs.value_or(CostModel()));
    GateDifference difference;
    difference.baseline = *comparison.first.figure(figure) * scale;
    difference.figure.value = *found->value * scale;
    difference.figure.n = comparison.second.tally.n();
    if (found->interval)
        difference.figure.interval = Interval{found->interval->lo * scale, found->interval->hi * scale};
    return difference;
}

}  // namespace reckoner
