// What choosing the cheapest threshold really saves against the policy in force. An optimum flatters itself
// on the samples it was chosen on, so each sample is judged at a threshold chosen without it. Source:
// METRICS.md, "Cost".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

inline constexpr std::uint32_t kCrossFitFolds = 10;

struct CrossFit {
    std::vector<double> thresholds;  // of each fold: the cheapest on all the others (ties: the highest)
    double saving = 0;               // a period; negative: choosing anew costs more than the policy
    Interval interval;               // 95 %, paired by sample
    bool distinguishable() const { return interval.lo > 0 || interval.hi < 0; }
};

// The fold of each sample: as many in each (to one), drawn by `seed`, the same on every machine.
// Precondition: 0 < folds <= 255.
std::vector<std::uint8_t> crossFitFolds(std::size_t samples, std::uint32_t folds, std::uint64_t seed);

// Nothing under 2 x folds samples. Places in a fold are those in run.rows. One sort, one walk for all folds,
// then sumInterval95. Throws Error{Cancelled}.
std::optional<CrossFit> crossFit(const RunAnalysis& run, double policy, std::uint64_t seed = 7,
                                 std::uint32_t folds = kCrossFitFolds, const TaskContext& context = {});

}  // namespace reckoner
