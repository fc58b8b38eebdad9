// How sure the difference of two selection-rate ratios on the same samples is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/resampler.h"

namespace reckoner {

// Of one group: the same samples flagged or not by two versions.
struct SelectionCells {
    std::uint64_t both = 0;
    std::uint64_t onlyFirst = 0;
    std::uint64_t onlySecond = 0;
    std::uint64_t neither = 0;
    std::uint64_t n() const { return both + onlyFirst + onlySecond + neither; }
};

// Lowest rate over highest; n/a (NoSamples) without groups, (ZeroEverywhere) when nobody is flagged.
Value selectionRatio(const std::vector<SelectionCells>& groups, bool second);

// 95 % of the second's ratio minus the first's: the percentile bootstrap over the samples of all groups,
// drawn as the counts of the cells. Nothing when fewer than two replicates have a ratio. O(replicates x
// groups).
std::optional<Interval> selectionRatioDifference95(const std::vector<SelectionCells>& groups,
                                                   std::uint64_t seed = kBootstrapSeed,
                                                   const TaskContext& context = {});

}  // namespace reckoner
