// Which state makes sense for what a store holds: what to show first, and what a change drags along.
#pragma once

#include <vector>

#include "core/review/cohort.h"
#include "core/review/cost_book.h"
#include "core/store/store.h"
#include "ui/session/review_state.h"

namespace reckoner {

// What the rules look at, read from the store once; never goes stale silently (the session re-reads it).
struct StoreContents {
    std::vector<ModelRow> models;
    std::vector<RunRow> runs;                             // of all models
    std::map<std::int64_t, Policy> policies;              // in force, by version id
    std::map<std::int64_t, std::string> attached;         // ids of the attachments in force, by model id
    std::map<std::int64_t, CostBook> costs;               // by model id; of all models
    std::map<std::int64_t, std::vector<Cohort>> cohorts;  // by model id; of all models

    // Differs wherever a page would show something else; of cohorts the notebook tells.
    std::string fingerprint() const;

    static StoreContents of(const std::shared_ptr<Store>& store);
    const ModelRow* model(std::int64_t id) const;
    const RunRow* run(RunId id) const;
    std::optional<Policy> policy(std::int64_t versionId) const;
    const CostBook& costsOf(std::int64_t model) const;
    // The saved cohort that a state looks at; null: none.
    const Cohort* cohort(const ReviewState& state) const;
    // What a state's figures are priced by; nothing while no costs are known.
    std::optional<CostsInForce> costsInForce(const ReviewState& state) const;
};

// The run to show first: of the version that was decided on last the run with most rows, else the newest.
// 0: the model has none.
RunId firstRun(const StoreContents& contents, std::int64_t model);

// What a run is compared with at first: another version on the same eval set, the nearest older one. 0: none.
RunId firstBaseline(const StoreContents& contents, RunId run);

// Fills what `wanted` leaves open and takes back what cannot be: a run that is gone, a baseline of another
// model, a cohort of another model's columns, a scenario that is gone. `before` tells what the change was.
ReviewState settled(const StoreContents& contents, const ReviewState& before, ReviewState wanted);

}  // namespace reckoner
