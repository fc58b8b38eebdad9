// How sure a percentile of latencies is, and a difference of two.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/base/value.h"
#include "core/metrics/resampler.h"

namespace reckoner {

// 95 % percentile bootstrap of the q-th quantile (type 7). The order statistics of n draws with replacement
// are those of n uniform numbers, which are beta distributed, so that a replicate costs the same for any n.
// Nothing with fewer than two values. Precondition: ascending; q in [0, 1].
std::optional<Interval> quantileInterval(std::span<const double> ascending, double q,
                                         std::uint32_t replicates = kReplicates,
                                         std::uint64_t seed = kBootstrapSeed);
// Of second - first, drawn apart: a pairing of the same samples is not made use of, so it is on the wide
// side.
std::optional<Interval> quantileDifferenceInterval(std::span<const double> first,
                                                   std::span<const double> second, double q,
                                                   std::uint32_t replicates = kReplicates,
                                                   std::uint64_t seed = kBootstrapSeed);

}  // namespace reckoner
