// How sure the fairness figures are: percentile bootstrap over the samples of all groups together.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/resampler.h"

namespace reckoner {

struct Grouping;
struct RunAnalysis;
struct ScoredRows;

struct FairnessIntervals {
    // 95 %, by key: RATE_difference and RATE_ratio for selection_rate, tpr, fpr, fnr, precision, accuracy,
    // and equalized_odds_difference, equalized_odds_ratio. A figure defined in fewer than two replicates has
    // no entry.
    std::map<std::string, Interval> intervals;
    // By the keys of differences: the gap that chance alone stays below in 95 of 100 cases where every group
    // has the rate of all together. A gap is never negative, so its interval cannot show that there is none.
    std::map<std::string, double> chance;
    std::uint64_t seed = 0;
    std::uint32_t replicates = 0;
};

// Groups under minimumN samples are left out, as in fairness(). Not stratified; the same for every executor.
// Without weights the counts are resampled instead of the samples, which is the same distribution:
// O(samples + replicates x groups). With weights O(replicates x (samples + groups)).
FairnessIntervals fairnessIntervals(const ScoredRows& rows, const Grouping& grouping, double threshold,
                                    std::uint64_t minimumN = 0, std::uint32_t replicates = kReplicates,
                                    Executor* executor = nullptr, const TaskContext& context = {});
// Of an analysis that was asked for groups (else Error{Internal}).
FairnessIntervals fairnessIntervals(const RunAnalysis& analysis, double threshold, std::uint64_t minimumN = 0,
                                    std::uint32_t replicates = kReplicates, Executor* executor = nullptr,
                                    const TaskContext& context = {});

}  // namespace reckoner
