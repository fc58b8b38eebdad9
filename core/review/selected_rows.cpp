#include "core/review/selected_rows.h"

#include <algorithm>

namespace reckoner {

std::string joinedFilters(const std::vector<std::string>& filters) {
    const auto parts = std::count_if(filters.begin(), filters.end(),
                                     [](const std::string& filter) { return !filter.empty(); });
    std::string joined;
    for (const std::string& filter : filters) {
        if (filter.empty()) continue;
        if (!joined.empty()) joined += " and ";
        joined += parts > 1 ? "(" + filter + ")" : filter;
    }
    return joined;
}

SelectedRows::SelectedRows(EvalTablePtr table, std::vector<std::string> filters, OutcomeContext outcome)
    : table_(std::move(table)), filters_(std::move(filters)), outcome_(std::move(outcome)) {}

const RowSet& SelectedRows::rows(const TaskContext& context) const {
    const std::lock_guard lock(mutex_);
    if (!rows_) {
        const std::string where = joinedFilters(filters_);
        rows_ = where.empty() ? RowSet::all(table_->rows())
                              : Filter::parse(where).apply(*table_, outcome_, context);
    }
    return *rows_;
}

}  // namespace reckoner
