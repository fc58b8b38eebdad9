// The document of `metrics --json`; its keys are a contract: add, never rename or drop.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/report/json_text.h"
#include "core/report/metrics_report.h"

namespace reckoner {

Json metricsJson(const MetricsReport& report, const TaskContext& context = {});

// {"id", "model", "version", "eval_set"}
Json runJson(const RunInfo& run);
// {"missing_label": 0, ...}: every reason.
Json excludedJson(const ExclusionCounts& excluded);

}  // namespace reckoner
