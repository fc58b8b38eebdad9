#include "core/cost/point_costs.h"

#include <utility>

namespace reckoner {

PointCosts::PointCosts(const RunAnalysis& run, const SampleCosts& costs, OperatingPoint point)
    : run_(run), costs_(costs), point_(std::move(point)) {
    if (point_.tiers) terms_ = reviewTerms(run, *point_.tiers);
}

TierAct actAt(const OperatingPoint& point, double score) {
    if (!point.tiers) return score >= point.threshold ? TierAct::Automatic : TierAct::None;
    return point.tiers->tiers[point.tiers->tierOf(score)].act;
}

double PointCosts::as(std::size_t i, TierAct act) const {
    if (act != TierAct::Review) return costs_.of(i, act == TierAct::Automatic);
    const bool positive = run_.rows.positiveBits[i] != 0;
    const ClassShift& shift = run_.cost.shift();
    const double weight = (run_.rows.weights.empty() ? 1 : run_.rows.weights[i]) *
                          (positive ? shift.positives : shift.negatives);
    return terms_.cost * weight + terms_.accuracy * costs_.of(i, positive) +
           (1 - terms_.accuracy) * costs_.of(i, !positive);
}

}  // namespace reckoner
