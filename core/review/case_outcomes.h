// What became of the cases people noted when a new version arrived.
//
// A case is a sample of the model with at least one note. It is wrong in a run when the decision at the
// operating threshold of the run's version (several classes: the predicted class) is not its label; corrected
// labels count as corrected. A sample that occurs several times is wrong when one of its rows is. "Before" is
// the run of the predecessor: the parent version, else the version of the run imported last before this one;
// of its runs the one on the same eval set, else the latest. A case the predecessor has not decided counts as
// wrong before: it was noted for a reason.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/store/store.h"

namespace reckoner {

enum class CaseOutcome { Fixed, StillWrong, NewlyWrong, StillRight, AwaitingLabel, NotInRun };
std::string_view name(CaseOutcome outcome);  // "fixed", "still_wrong", "new", "still_right", ...

struct NotedCase {
    std::string sampleId;
    CaseOutcome outcome = CaseOutcome::NotInRun;
};

struct CaseOutcomes {
    RunId run = 0;
    std::optional<RunId> before;   // the predecessor's run
    std::string beforeVersion;     // empty without
    std::vector<NotedCase> cases;  // by sample id
    std::uint64_t corrected = 0;   // of them, with a label that was corrected

    std::uint64_t count(CaseOutcome outcome) const;
};

// Nothing when the run is no new version's (there is no other version), the model has no notes, or none of
// the noted samples is in the run. O(rows) of two runs, only when there are notes.
std::optional<CaseOutcomes> caseOutcomes(const std::shared_ptr<Store>& store, RunId run,
                                         const TaskContext& context = {});

// The run a new one is compared with, as said above.
std::optional<RunRow> predecessorOf(const Store& store, const RunRow& run);

}  // namespace reckoner
