// The costs of a store's models with their scenarios, cohorts and history.
#pragma once

#include <memory>

#include "core/review/cost_book.h"

namespace reckoner {

class Store;

// Thread rule and errors as Store's.
class CostLedger {
 public:
    explicit CostLedger(std::shared_ptr<Store> store);

    CostBook book(std::int64_t modelId) const;
    // Appends; `id` and `at` are filled by the store. Throws Error{BadInput} for a figure that is not finite,
    // an accuracy outside [0, 1], a prevalence outside (0, 1), a capacity or volume below 0, class costs that
    // are no square; Error{Usage} when there is no such model, the scenario has no name, or "likely" is to be
    // removed.
    std::int64_t add(const CostModelRow& row);
    // Entries that were written elsewhere, oldest first, with their own times; one ahead of now becomes now.
    // All or none.
    void bring(const std::vector<CostModelRow>& rows);

 private:
    std::shared_ptr<Store> store_;
};

}  // namespace reckoner
