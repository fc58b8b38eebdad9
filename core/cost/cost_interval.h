// How sure a cost at a threshold is, and how sure its difference to another threshold on the same samples.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

struct CostIntervals {
    std::optional<Interval> now;         // 95 %, cost a period at `threshold`; nothing below 2 samples
    std::optional<Interval> difference;  // 95 %, threshold minus other, paired by sample
};

// Percentile bootstrap over samples, 2,000 replicates, fixed seed, R type 7 quantiles. Above 50,000 samples
// the normal interval it converges to (a mean of so many samples differs from it by less than a pixel). Loads
// the amount columns. O(replicates x samples) or O(samples).
CostIntervals costIntervals(const RunAnalysis& run, double threshold, std::optional<double> other,
                            const TaskContext& context = {});

}  // namespace reckoner
