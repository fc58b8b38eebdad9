// One run, or several side by side, as a page to send on: money, rates with their intervals, requirements.
#pragma once

#include <optional>
#include <vector>

#include "core/cost/cost_interval.h"
#include "core/metrics/segment_board.h"
#include "core/report/document.h"
#include "core/report/metrics_report.h"
#include "core/report/noted_cases.h"
#include "core/review/cohort.h"
#include "core/review/gate.h"
#include "core/review/version_board.h"
#include "core/review/version_results.h"
#include "core/store/store.h"

namespace reckoner {

struct ScorecardRun {
    RunRow row;
    MetricsReport report;  // binary
    std::optional<GateResult> gate{};
    std::string model{};                   // its title; empty: the model's name
    std::optional<Policy> policy{};        // in force for the version
    CostIntervals likely{};                // of the cost a period
    SegmentBoardPtr segments{};            // of the usual columns; may be null
    std::vector<VersionResult> history{};  // of the version, by date
    std::vector<Cohort> cohorts{};         // of the model, with the names people gave them
    std::vector<ReportedCase> cases{};     // newest notes first
};

// Preconditions: at least one run. The first one's words and model lead. today: ISO date. comparisons: of
// each further run against the first; empty or null: not made.
Document scorecard(const std::vector<ScorecardRun>& runs, const std::string& today = {},
                   const std::vector<VersionBoardPtr>& comparisons = {});

}  // namespace reckoner
