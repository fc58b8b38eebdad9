// How much of what one kind of decision costs falls on few samples.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/task_context.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

enum class Outcome { Caught, FalseAlarm, Missed, LetThrough };  // in the order of the cost model

struct Dearest {
    std::uint64_t n = 0;  // a tenth of the samples, rounded down
    double share = 0;     // of the cost of all of them
};

// Nothing with fewer than 20 samples, without a cost, or where each sample costs the same. O(n).
std::optional<Dearest> dearestTenth(const RunAnalysis& run, double threshold, Outcome outcome,
                                    const TaskContext& context = {});

}  // namespace reckoner
