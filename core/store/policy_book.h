// The policies of a store with what they were adopted on: append-only, one transaction each.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/review/policy_record.h"
#include "core/store/store.h"

namespace reckoner {

// Thread rule and errors as Store.
class PolicyBook {
 public:
    explicit PolicyBook(std::shared_ptr<Store> store);

    // The policy and its evidence together, or neither. `adoptedAt` is kept when it is a time that has
    // passed, else it is now. Of tiers the threshold is their actingThreshold. Throws Error{Usage} when who
    // or why is empty, a date is none, or the cut-offs are impossible. Returns the policy's id.
    std::int64_t adopt(const Policy& policy, const std::optional<PolicyEvidence>& evidence);

    // Of all versions of a model, newest first.
    std::vector<PolicyRecord> history(std::int64_t modelId) const;
    // Of all models: what is due for review and was not reviewed by that date, longest overdue first.
    std::vector<PolicyRecord> overdue(const std::string& today) const;

 private:
    std::shared_ptr<Store> store_;
};

// The frozen figures' source as the store knows the run; costs: those the run was priced with.
EvidenceSource evidenceSource(const RunRow& run, const std::optional<CostModelRow>& costs);

}  // namespace reckoner
