// Thresholds people ask for by what they should reach. Candidates are the distinct scores; on ties the
// highest threshold. Sources: DEFINITIONS.md, "Ranking".
#pragma once

#include <optional>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/sweep.h"

namespace reckoner {

struct BestPoint {
    double threshold = 0;
    Tally tally;
    double value = 0;        // of what was maximised
    std::uint64_t ties = 1;  // distinct scores that reach the same value
};

// Nothing with no positives.
std::optional<BestPoint> bestF1(const Sweep& sweep, const TaskContext& context = {});
// TPR - FPR. Nothing with one class.
std::optional<BestPoint> bestYouden(const Sweep& sweep, const TaskContext& context = {});
// Nothing when no threshold with a true positive is that precise.
std::optional<BestPoint> bestRecallWithPrecision(const Sweep& sweep, double atLeast,
                                                 const TaskContext& context = {});
// Threshold +infinity when nothing qualifies. Nothing with one class.
std::optional<BestPoint> bestRecallWithFpr(const Sweep& sweep, double atMost,
                                           const TaskContext& context = {});

// How much of the positives the k = ceil(share x n) highest scores hold, ties in the order they came in.
struct TopShare {
    std::uint64_t k = 0;
    std::uint64_t positives = 0;
    Value capture;  // positives / all positives
    Value lift;     // (positives / k) / prevalence
    bool cutFallsInATie = false;
};
// Precondition: 0 < share <= 1. Counts only, without weights.
TopShare topShare(const ThresholdSweep& sweep, double share);

}  // namespace reckoner
