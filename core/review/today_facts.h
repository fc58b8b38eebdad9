// What a meeting begins with, read from the store once: the run on the screen, what happened since the last
// review, what is due.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/metrics/class_analysis.h"
#include "core/metrics/run_analysis.h"
#include "core/review/action.h"
#include "core/review/brief.h"
#include "core/review/case_outcomes.h"
#include "core/review/cohort.h"
#include "core/review/decision.h"
#include "core/review/gate.h"
#include "core/review/meeting.h"
#include "core/review/policy_record.h"
#include "core/review/run_change.h"
#include "core/review/tripwire.h"
#include "core/store/store.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// A run that came after the last review, and how its samples differ from the run of its version before it.
struct NewRun {
    RunRow row;
    std::optional<RunRow> before;  // the same version's run before this one on other samples
    std::vector<ShareChange> changes;
};

// What is said of the time since the last review, and what is due.
struct TodayHistory {
    std::string today;                  // ISO date
    std::optional<Meeting> lastReview;  // closed, the latest by its day
    std::optional<Meeting> review;      // of this model: the one that runs, else the next draft
    std::vector<NewRun> newRuns;        // by date, the newest first
    std::optional<CaseOutcomes> cases;  // of the newest version with a new run
    std::string casesVersion;           // that version's name
    std::vector<PolicyRecord> newPolicies;
    std::uint64_t newCorrections = 0;
    std::vector<PolicyRecord> overdue;  // of the model's versions, longest overdue first
    std::vector<Decision> revisit;
    std::vector<TripwireReading> tripped;  // decisions whose tripwire the newest run has touched
    std::vector<Action> actions;           // open
    std::vector<const BriefQuestion*> openBrief;
    bool briefBegun = false;
    std::vector<Cohort> cohorts;  // of the model: what an expression is called
};

// A run's day: its own date, else the day of its import. Without a last review every run is new but those of
// the first version. O(rows) of new runs.
TodayHistory todayHistory(const std::shared_ptr<Store>& store, std::int64_t modelId, const std::string& today,
                          const TaskContext& context = {});

// The operating point and all figures; run or classes is there, or neither while nothing is scored.
struct TodayFacts {
    RunAnalysisPtr run;
    ClassAnalysisPtr classes;
    RunRow row;
    Vocabulary words;
    OperatingPoint point;            // on the screen
    std::optional<Policy> policy;    // in force for the run's version
    std::optional<GateResult> gate;  // the run against its model's requirements; nothing: not judged yet
    TodayHistory history;
    int secondsEastOfUtc = 0;  // of the reader
};

}  // namespace reckoner
