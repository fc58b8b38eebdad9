#include "core/cost/broken_limits.h"

namespace reckoner {

std::vector<BrokenLimit> brokenLimits(const Limits& limits, std::span<const Constraint> constraints,
                                      const RunAnalysis& run, double threshold) {
    const std::vector<Limit> list = listed(limits);
    std::vector<BrokenLimit> broken;
    for (std::size_t i = 0; i < constraints.size() && i < list.size(); ++i) {
        const Sweep& sweep = constraints[i].of ? *constraints[i].of : *run.sweep;
        const Value reached = constraints[i].value(sweep.at(threshold));
        if (!constraints[i].holds(reached)) broken.push_back({list[i], reached});
    }
    return broken;
}

}  // namespace reckoner
