#include "core/cost/operating_point.h"

#include "core/cost/point_costs.h"
#include "core/cost/sum_interval.h"
#include "core/metrics/intervals.h"

namespace reckoner {
namespace {

// Weights and squared weights of the four outcomes.
struct Mixed {
    OutcomeMix mix;
    double flaggedSq = 0;
    double positivesSq = 0;
};

Mixed mixedAt(const Tally& tally) {
    Mixed mixed;
    mixed.mix = {tally.tp.weight, tally.fp.weight, tally.fn.weight, tally.tn.weight};
    mixed.flaggedSq = tally.tp.weightSq + tally.fp.weightSq;
    mixed.positivesSq = tally.tp.weightSq + tally.fn.weightSq;
    return mixed;
}

Mixed mixedOf(const TierPlan& plan, const TierTotals& totals, double accuracy) {
    Mixed mixed;
    OutcomeMix& mix = mixed.mix;
    for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
        const Sums& positives = totals.tiers[i].positives;
        const Sums& negatives = totals.tiers[i].negatives;
        const TierAct act = plan.tiers[i].act;
        const double caught = act == TierAct::Automatic ? 1 : act == TierAct::Review ? accuracy : 0;
        const double alarmed = act == TierAct::Automatic ? 1 : act == TierAct::Review ? 1 - accuracy : 0;
        mix.tp += caught * positives.weight;
        mix.fn += (1 - caught) * positives.weight;
        mix.fp += alarmed * negatives.weight;
        mix.tn += (1 - alarmed) * negatives.weight;
        mixed.flaggedSq += caught * positives.weightSq + alarmed * negatives.weightSq;
        mixed.positivesSq += positives.weightSq;
    }
    return mixed;
}

}  // namespace

double countedFrom(const OperatingPoint& point) {
    return point.tiers ? actingThreshold(*point.tiers) : point.threshold;
}

std::size_t countedCutoff(const TierPlan& plan) {
    for (std::size_t i = 0; i < plan.cutoffs.size(); ++i)
        if (plan.tiers[i].act == TierAct::None && plan.tiers[i + 1].act != TierAct::None) return i;
    return 0;
}

OperatingPoint startingPoint(const RunAnalysis& run, const std::optional<OperatingPoint>& policy) {
    return policy ? *policy : OperatingPoint(run.startingThreshold(std::nullopt));
}

double pointTotal(const RunAnalysis& run, const OperatingPoint& point) {
    if (!point.tiers) return run.cost.total(run.sweep->at(point.threshold));
    return tierTotals(*run.sweep, run.cost, reviewTerms(run, *point.tiers), *point.tiers).total;
}

double pointCost(const RunAnalysis& run, const OperatingPoint& point) {
    return run.perPeriod(pointTotal(run, point));
}

PointFigures pointFigures(const RunAnalysis& run, const OperatingPoint& point) {
    PointFigures figures;
    Mixed mixed;
    const double scale = samplesPerDecision(run).value_or(1);
    if (point.tiers) {
        const ReviewTerms terms = reviewTerms(run, *point.tiers);
        const TierTotals totals = tierTotals(*run.sweep, run.cost, terms, *point.tiers);
        mixed = mixedOf(*point.tiers, totals, terms.accuracy);
        figures.tiers = tierSheet(run, *point.tiers).rows;
        figures.cost = run.perPeriod(totals.total);
        figures.reviewed = totals.reviewed / scale;
    } else {
        const Tally tally = run.sweep->at(point.threshold);
        mixed = mixedAt(tally);
        figures.cost = run.perPeriod(run.cost.total(tally));
    }
    const OutcomeMix& mix = figures.mix = mixed.mix;
    const ClassShift& shift = run.cost.shift();
    figures.flagged = (shift.positives * mix.tp + shift.negatives * mix.fp) / scale;
    figures.precision = ratio(mix.tp, mix.flagged(), Reason::NothingFlagged);
    figures.recall = ratio(mix.tp, mix.positives(), Reason::NoPositives);
    figures.precisionInterval = wilson95Weighted(mix.tp, mix.flagged(), mixed.flaggedSq);
    figures.recallInterval = wilson95Weighted(mix.tp, mix.positives(), mixed.positivesSq);
    return figures;
}

CostIntervals pointIntervals(const RunAnalysis& run, const OperatingPoint& point,
                             const std::optional<OperatingPoint>& other, const TaskContext& context) {
    if (!point.tiers && !(other && other->tiers))
        return costIntervals(run, point.threshold, other ? std::optional(other->threshold) : std::nullopt,
                             context);
    CostIntervals result;
    const SampleCosts costs(run, context);
    if (costs.size() < 2) return result;
    const PointCosts here(run, costs, point);
    std::vector<double> values(costs.size());
    const auto interval = [&](const auto& value) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = value(i);
        const Interval totals = sumInterval95(values, context);
        return Interval{run.perPeriod(totals.lo), run.perPeriod(totals.hi)};
    };
    result.now = interval([&](std::size_t i) { return here.at(i); });
    if (other) {
        const PointCosts there(run, costs, *other);
        result.difference = interval([&](std::size_t i) { return here.at(i) - there.at(i); });
    }
    return result;
}

}  // namespace reckoner
