// A run with all a report says about it, read from the store and counted.
#pragma once

#include <memory>

#include "core/base/task_context.h"
#include "core/data/sample_alignment.h"
#include "core/report/scorecard.h"
#include "core/review/version_board.h"

namespace reckoner {

class Executor;

struct ReportRunRequest {
    std::shared_ptr<Store> store;
    RunRow row;
    std::string today;   // ISO date: which waivers hold
    bool inFull = true;  // with segments and the version's history
    bool judged = true;  // with its requirements
};

// Precondition: two classes. Throws Error{Usage} when nothing is scored.
ScorecardRun reportRun(const ReportRunRequest& request, Executor* executor, const TaskContext& context);

// The run against the base, each at its own threshold.
VersionBoardPtr reportComparison(const std::shared_ptr<Store>& store, const ScorecardRun& base,
                                 const ScorecardRun& run, Executor* executor, const TaskContext& context);

// How the rows of one run stand in another of its model.
SampleAlignment reportAlignment(const Store& store, const RunRow& base, const EvalTable& baseTable,
                                const RunRow& other, const EvalTable& otherTable, const TaskContext& context);

// "Credit default" of the model.
std::string reportModelTitle(const Store& store, std::int64_t model);

}  // namespace reckoner
