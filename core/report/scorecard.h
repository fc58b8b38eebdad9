// One run, or several side by side, as a page to send on: money, rates with their intervals, requirements.
#pragma once

#include <optional>
#include <vector>

#include "core/report/document.h"
#include "core/report/metrics_report.h"
#include "core/review/gate.h"
#include "core/store/store.h"

namespace reckoner {

struct ScorecardRun {
    RunRow row;
    MetricsReport report;  // binary
    std::optional<GateResult> gate;
};

// Precondition: at least one run. The first one's words and model lead.
Document scorecard(const std::vector<ScorecardRun>& runs);

}  // namespace reckoner
