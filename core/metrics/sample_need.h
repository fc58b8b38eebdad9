// How many samples it takes to tell a difference between two shares.
#pragma once

#include <cstdint>
#include <optional>

#include "core/metrics/significance.h"

namespace reckoner {

// A claim of coverage: a difference of 5 points, seen with this power by a two-sided test at 5 %.
inline constexpr double kToldDifference = 0.05;
inline constexpr double kToldPower = 0.8;

// The fewest trials of a segment with which a two-sided z test at 5 % finds, with `power`, that its share
// lies `difference` below that of the rest (above, where below would be under 0). Nothing where the rest
// itself has too few for any number to do. Fleiss, Levin and Paik 2003, "Statistical Methods for Rates and
// Proportions", 4.2: z_a sqrt(pq(1/n + 1/m)) + z_b sqrt(p1 q1 / n + p2 q2 / m) <= difference, p the pooled
// share, without continuity correction. Preconditions: 0 < difference < 0.5, 0 < power < 1.
std::optional<std::uint64_t> trialsNeeded(const Share& rest, double difference = kToldDifference,
                                          double power = kToldPower);

// The smallest difference such a test finds with so many trials, to 0.001 and below 0.5; nothing: it finds
// none. Preconditions: as above.
std::optional<double> differenceTold(const Share& rest, double trials, double power = kToldPower);

}  // namespace reckoner
