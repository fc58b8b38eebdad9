#include "core/review/version_thresholds.h"

#include "core/metrics/matching_threshold.h"

namespace reckoner {
namespace {

double flaggedShare(const RunAnalysis& run, double threshold) {
    const Tally tally = run.sweep->at(threshold);
    const double all = tally.weight();
    return all > 0 ? (tally.tp.weight + tally.fp.weight) / all : 0;
}

double sharedThreshold(const ThresholdSide& side, const ThresholdSide& standard, double same) {
    const ScoreKind kind = side.run->request.table->info().kind;
    if (kind == standard.run->request.table->info().kind) return same;
    return side.run->startingThreshold(side.policy);
}

}  // namespace

std::vector<double> thresholdsBy(ThresholdRule rule, const std::vector<ThresholdSide>& sides, double same,
                                 std::size_t standard) {
    const double share = flaggedShare(*sides[standard].run, same);
    std::vector<double> thresholds;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const ThresholdSide& side = sides[i];
        double threshold = sharedThreshold(side, sides[standard], same);
        if (rule == ThresholdRule::Best && side.run->best) threshold = side.run->best->threshold;
        if (rule == ThresholdRule::Policy && side.policy) threshold = *side.policy;
        if (rule == ThresholdRule::Own && side.chosen) threshold = *side.chosen;
        if (rule == ThresholdRule::SameNumber && i != standard)
            threshold = thresholdFlagging(*side.run->sweep, share, Matching::Nearest);
        thresholds.push_back(side.fixed.value_or(threshold));
    }
    return thresholds;
}

}  // namespace reckoner
