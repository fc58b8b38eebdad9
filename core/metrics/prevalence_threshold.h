// A threshold for scores without a natural middle.
#pragma once

#include "core/metrics/sweep.h"

namespace reckoner {

// The highest score from which as many are flagged, by weight, as there are positives; +infinity where there
// are none. O(distinct scores).
double prevalenceThreshold(const Sweep& sweep);

}  // namespace reckoner
