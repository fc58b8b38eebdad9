#include "core/cost/operating_point.h"

#include "core/cost/sample_costs.h"
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

// What each sample costs under one operating point.
class PointCosts {
 public:
    PointCosts(const RunAnalysis& run, const SampleCosts& costs, const OperatingPoint& point)
        : run_(run), costs_(costs), point_(point) {
        if (point.tiers) terms_ = reviewTerms(run, *point.tiers);
    }

    double at(std::size_t i) const {
        if (!point_.tiers) return costs_.at(i, point_.threshold);
        const TierPlan& plan = *point_.tiers;
        const TierAct act = plan.tiers[plan.tierOf(run_.rows.scores[i])].act;
        if (act != TierAct::Review) return costs_.of(i, act == TierAct::Automatic);
        const bool positive = run_.rows.positiveBits[i] != 0;
        const ClassShift& shift = run_.cost.shift();
        const double weight = (run_.rows.weights.empty() ? 1 : run_.rows.weights[i]) *
                              (positive ? shift.positives : shift.negatives);
        return terms_.cost * weight + terms_.accuracy * costs_.of(i, positive) +
               (1 - terms_.accuracy) * costs_.of(i, !positive);
    }

 private:
    const RunAnalysis& run_;
    const SampleCosts& costs_;
    const OperatingPoint& point_;
    ReviewTerms terms_;
};

}  // namespace

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
