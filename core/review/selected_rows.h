// The rows some filters leave in one run: worked out by whoever needs them first, then kept for all others.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/data/filter.h"

namespace reckoner {

// Several expressions as one that holds where all of them do; empty ones are left out. Empty: everything.
std::string joinedFilters(const std::vector<std::string>& filters);

// Thread-safe. Only threads of the executor ask for rows: they wait for each other.
class SelectedRows {
 public:
    SelectedRows(EvalTablePtr table, std::vector<std::string> filters, OutcomeContext outcome);

    const EvalTablePtr& table() const { return table_; }
    const std::vector<std::string>& filters() const { return filters_; }
    const OutcomeContext& outcome() const { return outcome_; }
    // Throws as Filter does, each time; Error{Cancelled}: the next one asks anew.
    const RowSet& rows(const TaskContext& context = {}) const;

 private:
    EvalTablePtr table_;
    std::vector<std::string> filters_;
    OutcomeContext outcome_;
    mutable std::mutex mutex_;
    mutable std::optional<RowSet> rows_;
};
using SelectedRowsPtr = std::shared_ptr<const SelectedRows>;

}  // namespace reckoner
