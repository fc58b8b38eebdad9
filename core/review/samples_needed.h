// How many more samples would settle a requirement whose interval straddles its bound.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/value.h"

namespace reckoner {

// The whole interval reaches the bound, or none of it does.
bool settled(const Interval& interval, double bound, bool atMost);

// Of a proportion with its Clopper-Pearson interval: the smallest number of more trials, the share staying
// where it is, after which the interval is settled. 0 when it is now; nothing when the share is the bound, or
// more than 1e12 would be needed. successes and trials may be fractions (weights). O(log) intervals.
std::optional<std::uint64_t> moreTrials(double successes, double trials, double bound, bool atMost);

// Of any other figure: the distance from the value to either end of its interval shrinks as the square root
// of the samples (central limit theorem: means, U statistics, and what is smooth in them), so that
// n (distance / gap)^2 are needed in all, by the end that faces the bound.
std::optional<std::uint64_t> moreSamples(double value, const Interval& interval, std::uint64_t n,
                                         double bound, bool atMost);

// From more trials to more samples, of which trials out of n are trials; rounded up.
std::uint64_t samplesFor(std::uint64_t moreTrials, double trials, std::uint64_t n);

}  // namespace reckoner
