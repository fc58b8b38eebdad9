// How a version did on one eval set: a point of its history.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/operating_point.h"
#include "core/metrics/latency.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

struct VersionResult {
    RunId run = 0;
    std::string evalSet;
    std::string date;  // ISO, may be empty
    std::uint64_t n = 0;
    double threshold = 0;  // countedFrom() of the point: what counts and rates are of
    Value recall;
    std::optional<Interval> recallInterval;  // Wilson 95 %
    Value precision;
    std::optional<Interval> precisionInterval;
    Value auc;
    std::optional<Interval> aucInterval;  // DeLong 95 %
    Value cost;                           // a period; of tiers with their reviews
    LatencyNumbers latency;               // of the latency column; n = 0 without one
};

// Loads the latency column. Precondition: the point is not NaN.
VersionResult versionResult(const RunAnalysis& run, const OperatingPoint& point,
                            const TaskContext& context = {});

}  // namespace reckoner
