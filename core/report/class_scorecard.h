// A run of several classes, or several of them side by side, as a page to send on: which class is taken for
// which, how sure every figure is, what it costs, what a person should look at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metrics/class_analysis.h"
#include "core/metrics/class_intervals.h"
#include "core/metrics/latency.h"
#include "core/report/document.h"
#include "core/report/noted_cases.h"
#include "core/review/class_board.h"
#include "core/review/cohort.h"
#include "core/review/gate.h"
#include "core/store/store.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// The right answers among the samples of one value of a column.
struct ClassSegmentShare {
    std::string name;  // "queue: long"
    std::uint64_t n = 0;
    Value accuracy;
    std::optional<Interval> interval;  // Wilson 95 %
};

struct ClassScorecardRun {
    RunRow row;
    std::string model;  // its title
    Vocabulary words{};
    ClassAnalysisPtr analysis;  // with samples
    MatrixNumbers numbers;
    ClassIntervals intervals;
    Value rocAuc{};  // one class against the rest, macro
    Value logLoss{};
    std::optional<GateResult> gate{};
    std::optional<Policy> policy{};      // in force for the version
    std::optional<double> confidence{};  // answers below it go to a person; nothing: all are trusted
    std::vector<ClassSegmentShare> segments{};
    std::vector<Cohort> cohorts{};  // of the model, with the names people gave them
    std::vector<ReportedCase> cases{};
    LatencyNumbers latency{};  // of the latency column; n = 0 without one
};

// Preconditions: at least one run; comparisons: of each further run against the first, or empty.
Document classScorecard(const std::vector<ClassScorecardRun>& runs, const std::string& today = {},
                        const std::vector<ClassBoardPtr>& comparisons = {});

}  // namespace reckoner
