// What `metrics` says to people at a terminal.
#pragma once

#include <string>

#include "core/report/metrics_report.h"

namespace reckoner {

std::string metricsText(const MetricsReport& report);

// "2 left out: 1 missing label, 1 not a number", empty when none is.
std::string excludedText(const ExclusionCounts& excluded);

}  // namespace reckoner
