// The cases somebody asked for: a filter, perhaps a pick, in an order. Made in two steps, so that the first
// screen does not wait for the order of millions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/review/case_sort.h"
#include "core/review/case_view.h"
#include "core/review/picks.h"
#include "core/review/selected_rows.h"

namespace reckoner {

struct CaseQuery {
    EvalTablePtr table;
    std::vector<std::string> filters;  // expressions, all must hold; empty ones are ignored
    CaseView::Point point;
    std::optional<Pick> pick;
    std::optional<CaseSort>
        sort;  // nothing: the pick's own order, else the dearest (or surest mistakes) first
    std::uint64_t seed = 7;
    // The rows the filters leave, where somebody else may know them already; null: worked out anew.
    SelectedRowsPtr selected = {};

    // The filters as one expression; empty: all.
    std::string where() const { return joinedFilters(filters); }
};

struct CaseList {
    CaseViewPtr view;
    RowSet members = RowSet::all(0);
    CaseSort sort;
    bool drawn = false;          // `rows` has an order no sort describes: one from each segment
    std::vector<RowIndex> rows;  // the first of them, or all when complete
    bool complete = false;
};

// The rows the filters leave. Throws as Filter does.
RowSet filteredRows(const CaseQuery& query, const TaskContext& context = {});
// Noted and broken rows of the query's run, as far as the pick needs them; nothing is needed: empty.
PickSources pickSources(const CaseQuery& query, Pick pick, const TaskContext& context = {});

// Members, and the first `most` of them in order (all when there are few).
CaseList beginList(const CaseQuery& query, std::size_t most, const TaskContext& context = {});
// All of them in order.
std::vector<RowIndex> finishList(const CaseList& list, const TaskContext& context = {});

}  // namespace reckoner
