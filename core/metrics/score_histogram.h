// How many samples of either kind lie in each stretch of a score axis.
#pragma once

#include "core/metrics/run_analysis.h"

namespace reckoner {

// bars equal bars over [lo, hi], without weights; what lies outside is in the first or last bar. O(bars).
// Precondition: bars > 0.
ScoreHistogram scoreHistogram(const Sweep& sweep, double lo, double hi, int bars);

}  // namespace reckoner
