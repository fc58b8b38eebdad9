// Another store joins this one: its runs, what people wrote about samples, and the costs and policies this
// one has no word of.
#pragma once

#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/store/notebook.h"
#include "core/store/staged_run.h"
#include "core/store/store.h"

namespace reckoner {

// A run of the other store that is not in this one, staged as an import would.
struct RunToMerge {
    RunId id = 0;  // in the other store
    StagedRun staged;
};

struct MergedStore {
    std::vector<RunId> runs;   // new here, in the order given
    std::size_t runsHere = 0;  // of the other store, known here by the hash of their file
    MergedNotes notes;
    // How many are new here.
    std::size_t cohorts = 0;
    std::size_t corrections = 0;
    std::size_t signOffs = 0;
    std::size_t costModels = 0;
    std::size_t policies = 0;
    std::size_t attachments = 0;
    std::size_t requirements = 0;
    std::size_t requirementEvents = 0;  // waivers, their ends, withdrawals
    std::size_t stageChanges = 0;
    std::size_t versionFacts = 0;
    std::size_t reviewRecords = 0;  // answers of briefs, decisions, actions, experiments, reviews, readings
    std::vector<std::string> remarks;  // sentences: what was kept on both sides, what was left out
};

// The runs of `other` whose file is not in `into`; of several from one file the first. into: nullptr is
// empty.
std::vector<RunRow> runsToMerge(const Store* into, const Store& other);

// All in one transaction, or nothing: a stop and every Error leave `into` as it was. Models are the same when
// their names are. Notes, cohorts, corrections, sign-offs, requirements, stages and what was written in
// reviews go by uid; both sides of a conflict are kept. Text is cleaned, times that lie ahead are now. Throws
// Error{BadInput} when a model of that name has another task or other classes.
MergedStore mergeStore(Store& into, const Store& other, const std::vector<RunToMerge>& runs,
                       const TaskContext& context = {});

}  // namespace reckoner
