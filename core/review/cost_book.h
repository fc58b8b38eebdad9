// All costs of one model, with scenarios, cohorts and history, and which of them hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/cost_entry.h"

namespace reckoner {

struct CostsInForce {
    // Words, currency and period are the model's newest: one model speaks one language.
    CostModelRow row;
    // The outcomes are the cohort's own; volume and reviews are the scenario's.
    bool ofCohort = false;
    // ... and so is the prevalence.
    bool cohortPrevalence = false;
};

class CostBook {
 public:
    CostBook() = default;
    explicit CostBook(std::vector<CostModelRow> newestFirst);

    const std::vector<CostModelRow>& history() const { return rows_; }  // newest first
    bool empty() const { return rows_.empty(); }
    // "likely" first, the others as they were first saved; those that were removed are not there.
    std::vector<std::string> scenarios() const;
    bool has(const std::string& scenario) const;
    // The newest of exactly this scenario and cohort; null: none, or removed.
    const CostModelRow* entry(const std::string& scenario, const std::string& cohort = {}) const;
    // What a page shows. A scenario that is not there is "likely"; a cohort without own costs in it has
    // everybody's. Nothing while no costs are known.
    std::optional<CostsInForce> inForce(const std::string& scenario = kLikelyScenario,
                                        const std::string& cohort = {}) const;
    // The entry that `row` superseded; null: it was the first of its scenario and cohort.
    const CostModelRow* before(const CostModelRow& row) const;

 private:
    std::vector<CostModelRow> rows_;
};

}  // namespace reckoner
