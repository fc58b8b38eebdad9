// The requirements of a store's models with what was decided about them: append-only.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/review/requirement.h"

namespace reckoner {

class Store;

// Thread rule and errors as Store.
class RequirementBook {
 public:
    explicit RequirementBook(std::shared_ptr<Store> store);

    // Of one model, or (0) of all, in the order they were written; superseded and withdrawn ones too.
    std::vector<RequirementRecord> all(std::int64_t modelId = 0) const;
    std::vector<RequirementRecord> inForce(std::int64_t modelId) const;
    std::optional<RequirementRecord> find(std::int64_t id) const;

    // checked() first; id, uid and createdAt are filled by the store (a past createdAt is kept). Returns what
    // was kept. Throws Error{Usage} also when there is no such model or it supersedes none that is in force.
    Requirement add(const Requirement& requirement);

    // A past `at` is kept, else it is now. Each throws Error{Usage} when who or why is empty, or the
    // requirement is not in force.
    void waive(const RequirementEvent& waiver);
    // Ends every waiver of this version (empty: every waiver at all).
    void lift(const RequirementEvent& lifted);
    void withdraw(const RequirementEvent& withdrawn);

 private:
    void append(RequirementEvent event, RequirementEventKind kind);
    std::shared_ptr<Store> store_;
};

}  // namespace reckoner
