// How sure a sum over samples is.
#pragma once

#include <span>

#include "core/base/task_context.h"
#include "core/base/value.h"

namespace reckoner {

// 95 % of the sum of values: percentile bootstrap over samples, 2,000 replicates, fixed seed, R type 7
// quantiles. Above 50,000 values the normal interval it converges to (the two differ by less than a pixel
// then). The same values give the same interval on every machine. O(replicates x values) or O(values).
// Precondition: two values or more.
Interval sumInterval95(std::span<const double> values, const TaskContext& context = {});

}  // namespace reckoner
