// The threshold that flags as many as asked.
#pragma once

#include "core/metrics/sweep.h"

namespace reckoner {

enum class Matching {
    AtLeast,  // the highest threshold that flags the share or more
    Nearest,  // of two as near the one that flags fewer
};

// share: of the samples, by weight. +infinity: nobody is flagged. O(distinct scores).
// Precondition: sweep.samples() > 0.
double thresholdFlagging(const Sweep& sweep, double share, Matching matching);

// For scores without a natural middle: the highest threshold that flags as many, by weight, as there are
// positives; +infinity where there are none.
double prevalenceThreshold(const Sweep& sweep);

}  // namespace reckoner
