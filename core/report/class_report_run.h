// A run of several classes with all a report says about it, read from the store and counted.
#pragma once

#include "core/report/class_scorecard.h"
#include "core/report/report_run.h"

namespace reckoner {

struct ClassReportRequest {
    ReportRunRequest run;
    std::optional<double> confidence{};  // nothing: the policy in force, else every answer is trusted
};
// Throws Error{Usage} when nothing has a class and an answer.
ClassScorecardRun classReportRun(const ClassReportRequest& request, Executor* executor,
                                 const TaskContext& context);

// The run against the base, over the samples they share.
ClassBoardPtr classReportComparison(const std::shared_ptr<Store>& store, const ClassScorecardRun& base,
                                    const ClassScorecardRun& run, const TaskContext& context);

}  // namespace reckoner
