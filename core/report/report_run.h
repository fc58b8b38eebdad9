// A run with all a report says about it, read from the store and counted.
#pragma once

#include <memory>

#include "core/base/task_context.h"
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

// Throws Error{Usage} when it has several classes or nothing scored.
ScorecardRun reportRun(const ReportRunRequest& request, Executor* executor, const TaskContext& context);

// The second run against the first, each at its own threshold. Precondition: two runs or more.
VersionBoardPtr reportComparison(const std::shared_ptr<Store>& store, const std::vector<ScorecardRun>& runs,
                                 Executor* executor, const TaskContext& context);

}  // namespace reckoner
