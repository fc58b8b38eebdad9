// Judges a run by its model's requirements.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/task_context.h"
#include "core/review/gate.h"
#include "core/store/store.h"

namespace reckoner {

class Executor;

struct GateRequest {
    std::shared_ptr<Store> store;
    RunRow run;
    std::optional<RunRow> baseline;       // takes the place of the baseline each requirement names
    std::optional<OperatingPoint> point;  // nothing: the version's policy, else where the run starts
    std::string today;                    // ISO date: which waivers hold
};

// Every requirement in force of the run's model, in the order they were written. A requirement that cannot be
// judged leans, and says why; one that would hold the run against itself is left out. Bootstraps: not for the
// UI thread. Reports progress. The same figures for every executor. Throws Error{Cancelled}, Error{Store}.
GateResult gateRun(const GateRequest& request, Executor* executor = nullptr, const TaskContext& context = {});
// One requirement, in force or not; for one that is being written, say.
RequirementResult judge(const GateRequest& request, const RequirementRecord& record,
                        Executor* executor = nullptr, const TaskContext& context = {});

// The run a requirement's baseline means for this one: "production" is the version in production; a version's
// run on the same eval set, else its only one; else a RUN as the command line writes it. Throws Error{Usage}
// when there is none, or several.
RunRow baselineRun(const std::shared_ptr<Store>& store, const RunRow& run, const std::string& baseline);

}  // namespace reckoner
