#include "core/review/version_thresholds.h"

#include <cmath>
#include <limits>

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

double thresholdFlagging(const RunAnalysis& run, double share) {
    const Tally nobody = run.sweep->at(std::numeric_limits<double>::infinity());
    const double all = nobody.weight();
    double best = std::numeric_limits<double>::infinity();
    double nearest = std::numeric_limits<double>::infinity();
    run.sweep->scanRanks([&](std::span<const Sweep::RankStep> steps) {
        for (const Sweep::RankStep& step : steps) {
            const double off = std::fabs((step.tp + step.fp) / all - share);
            if (off >= nearest) continue;
            nearest = off;
            best = step.threshold;
        }
    });
    return best;
}

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
            threshold = thresholdFlagging(*side.run, share);
        thresholds.push_back(side.fixed.value_or(threshold));
    }
    return thresholds;
}

}  // namespace reckoner
