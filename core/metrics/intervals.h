// Intervals for one proportion.
#pragma once

#include <optional>

#include "core/base/value.h"

namespace reckoner {

inline constexpr double kZ95 = 1.959963984540054;

// Wilson score interval, no continuity correction, clamped to [0, 1]. Nothing when trials is 0.
std::optional<Interval> wilson95(double successes, double trials);
// Weighted: the share successes/trials at n_eff = trials^2 / weightSq.
std::optional<Interval> wilson95Weighted(double successes, double trials, double weightSq);
// Clopper-Pearson (exact) by beta quantiles.
std::optional<Interval> clopperPearson95(double successes, double trials);

}  // namespace reckoner
