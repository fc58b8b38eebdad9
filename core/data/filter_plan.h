// An expression bound to the columns of one table.
#pragma once

#include <functional>
#include <vector>

#include "core/data/filter_tree.h"
#include "core/data/row_bitmap.h"

namespace reckoner {

// Sets the bit of every row the condition matches. Rows that are not candidates may be left 0 (text is read
// for candidates only); candidates may be null: all.
using FilterLeaf =
    std::function<void(RowBitmap& rows, const RowBitmap* candidates, const TaskContext& context)>;

struct FilterPlan {
    Filter::Node::Kind kind = Filter::Node::Kind::Compare;  // And, Or, Not, or anything else: a leaf
    std::vector<FilterPlan> children;
    FilterLeaf leaf;
    bool readsText = false;  // here or below
};

struct FilterBinding {
    const EvalTable& table;
    const OutcomeContext& outcome;
    const std::string& source;  // for carets
    const TaskContext& context;
};

// Every mistake in names, types and values is found here, from left to right, before a row is looked at.
// Throws Error{BadInput} with a caret. The plan borrows the table.
FilterPlan planFilter(const Filter::Node& node, const FilterBinding& binding);

// The leaf of one condition on a stored column.
FilterPlan planColumn(const Filter::Node& node, const ColumnInfo& column, const FilterBinding& binding);
// The leaf of one condition on `outcome` or `predicted`.
FilterPlan planDecision(const Filter::Node& node, const FilterBinding& binding);

// A matching row's code comes from codeOf(row).
template <class CodeOf>
void fillByCode(RowBitmap& rows, const std::vector<std::uint8_t>& accepted, const CodeOf& codeOf,
                const TaskContext& context) {
    rows.fill([&](RowIndex row) { return accepted[codeOf(row)] != 0; }, context);
}

}  // namespace reckoner
