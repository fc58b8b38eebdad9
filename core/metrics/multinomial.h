// Resampling counts instead of samples: what a bootstrap of n samples does to the cells they fall into.
#pragma once

#include <cstdint>
#include <span>

#include "core/base/random.h"

namespace reckoner {

// Exact: inversion while the mean is below 10, else BTRS (Hormann, 1993, "The generation of binomial random
// variates"). Precondition: 0 <= p <= 1. Expected constant time, or O(n p) below a mean of 10.
std::uint64_t binomial(Random& random, std::uint64_t trials, double p);

// n draws with replacement from n samples that lie in cells: drawn[i] of them fall into cell i. The same
// distribution as drawing sample by sample, in O(cells) whatever n is.
// Precondition: drawn.size() == counts.size().
void resampleCounts(Random& random, std::span<const std::uint64_t> counts, std::span<std::uint64_t> drawn);

}  // namespace reckoner
