// How sure the difference of two latencies at a percentile is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/base/value.h"
#include "core/metrics/resampler.h"

namespace reckoner {

// 95 % of quantile(second, q) - quantile(first, q): percentile bootstrap, each side drawn for itself (wider
// than needed where both were timed on the same samples). A replicate's quantile is drawn directly: the k-th
// of n draws with replacement stands at a Beta(k, n - k + 1) distributed share of the sorted values. The same
// seed gives the same interval. Nothing with fewer than 20 finite values on a side. O(n log n + replicates).
std::optional<Interval> quantileDifference95(std::span<const double> first, std::span<const double> second,
                                             double q, std::uint64_t seed = kBootstrapSeed);

}  // namespace reckoner
