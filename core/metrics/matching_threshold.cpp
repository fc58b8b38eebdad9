#include "core/metrics/matching_threshold.h"

#include <cmath>
#include <limits>

namespace reckoner {
namespace {

constexpr double kNobody = std::numeric_limits<double>::infinity();

}  // namespace

double thresholdFlagging(const Sweep& sweep, double share, Matching matching) {
    const double all = sweep.at(kNobody).weight();
    double found = kNobody;
    double nearest = std::numeric_limits<double>::infinity();
    bool reached = false;
    sweep.scanRanks([&](std::span<const Sweep::RankStep> steps) {
        for (const Sweep::RankStep& step : steps) {
            const double flagged = (step.tp + step.fp) / all;
            const double off = std::fabs(flagged - share);
            const bool take = matching == Matching::AtLeast ? !reached : off < nearest;
            reached = reached || flagged >= share;
            if (!take) continue;
            nearest = off;
            found = step.threshold;
        }
    });
    return found;
}

double prevalenceThreshold(const Sweep& sweep) {
    const Tally nobody = sweep.at(kNobody);
    if (!(nobody.weight() > 0)) return kNobody;
    return thresholdFlagging(sweep, nobody.fn.weight / nobody.weight(), Matching::AtLeast);
}

}  // namespace reckoner
