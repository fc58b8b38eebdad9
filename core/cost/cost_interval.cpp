#include "core/cost/cost_interval.h"

#include <vector>

#include "core/cost/sample_costs.h"
#include "core/cost/sum_interval.h"

namespace reckoner {

CostIntervals costIntervals(const RunAnalysis& run, double threshold, std::optional<double> other,
                            const TaskContext& context) {
    CostIntervals result;
    const SampleCosts costs(run, context);
    const std::size_t n = costs.size();
    if (n < 2) return result;
    std::vector<double> values(n);
    const auto intervalOf = [&](const auto& value) {
        for (std::size_t i = 0; i < n; ++i)
            values[i] = value(i);
        const Interval totals = sumInterval95(values, context);
        return Interval{run.perPeriod(totals.lo), run.perPeriod(totals.hi)};
    };
    result.now = intervalOf([&](std::size_t i) { return costs.at(i, threshold); });
    if (other)
        result.difference =
            intervalOf([&](std::size_t i) { return costs.at(i, threshold) - costs.at(i, *other); });
    return result;
}

}  // namespace reckoner
