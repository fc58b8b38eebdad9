// The operating point a run is looked at when nobody says another.
#pragma once

#include <optional>
#include <string>

#include "core/base/task_context.h"
#include "core/cost/operating_point.h"
#include "core/store/store.h"

namespace reckoner {

// The class a run's decisions are about: a binary run's positive class; nothing for several classes.
std::optional<std::string> decidedClass(const RunInfo& info);

// What the policy in force of the version says; nothing without one.
std::optional<OperatingPoint> pointInForce(const Store& store, std::int64_t versionId);

// The policy in force of the run's version, else the starting threshold (METRICS.md). O(1) unless the scores
// have no natural middle, then O(rows). NaN for several classes.
OperatingPoint operatingPoint(const Store& store, const RunRow& run, const EvalTablePtr& table,
                              const TaskContext& context = {});
// countedFrom() of it.
double operatingThreshold(const Store& store, const RunRow& run, const EvalTablePtr& table,
                          const TaskContext& context = {});

}  // namespace reckoner
