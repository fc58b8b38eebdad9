// The difference of two proportions on different samples.
#pragma once

#include <optional>

#include "core/base/value.h"
#include "core/metrics/metric_list.h"

namespace reckoner {

// 95 % interval of second - first: Newcombe 1998, method 10, from the Wilson intervals of both. Nothing when
// either has no trials. Weighted proportions count with their effective trials.
std::optional<Interval> newcombe95(const MetricEntry::Proportion& first,
                                   const MetricEntry::Proportion& second);

}  // namespace reckoner
