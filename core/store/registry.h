// The versions of a store's models with their stages and what is known about them: append-only.
#pragma once

#include <memory>
#include <vector>

#include "core/review/stage.h"

namespace reckoner {

class Store;

// Thread rule and errors as Store.
class Registry {
 public:
    explicit Registry(std::shared_ptr<Store> store);

    // Of all versions of a model, in the order they came in.
    std::vector<RegistryEntry> entries(std::int64_t modelId) const;
    static std::vector<RegistryEntry> entriesOf(const Store& store, std::int64_t modelId);
    // Nothing when there is no such version.
    std::optional<RegistryEntry> entry(std::int64_t versionId) const;

    // Moves a version to another stage, with what follows from it (withConsequences), in one transaction. A
    // past `at` is kept, else it is now. Returns what was written, oldest first. Throws Error{Usage} when who
    // or why is empty, or the change makes no sense.
    std::vector<StageChange> move(const StageChange& change);
    // Appends; nothing happens when they say what holds already. Throws Error{Usage} when there is no such
    // version, who is empty, or a figure is not finite or below 0.
    void describe(const VersionFacts& facts);

 private:
    std::shared_ptr<Store> store_;
};

}  // namespace reckoner
