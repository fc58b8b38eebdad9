// Which limits a threshold does not hold.
#pragma once

#include <span>
#include <vector>

#include "core/cost/limits.h"

namespace reckoner {

struct BrokenLimit {
    Limit limit;
    Value reached;  // n/a: undefined at the threshold
};
// A few reads of the sweeps. Precondition: `constraints` are constraintsOf(limits, run).
std::vector<BrokenLimit> brokenLimits(const Limits& limits, std::span<const Constraint> constraints,
                                      const RunAnalysis& run, double threshold);

}  // namespace reckoner
