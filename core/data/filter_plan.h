// An expression bound to the columns of one table.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

#include "core/data/filter_error.h"
#include "core/data/filter_tree.h"
#include "core/data/row_bitmap.h"

namespace reckoner {

class BinaryDecisions;
class ClassDecisions;

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

// Throws filterError with a caret under byte `at` of the source.
[[noreturn]] void refuse(const std::string& sentence, const FilterBinding& binding, std::size_t at);

// "not in", "!=" and the like.
bool isNegative(const Filter::Node& node);

// Every mistake in names, types and values is found here, from left to right, before a row is looked at.
// Throws Error{BadInput} with a caret. The plan borrows the table.
FilterPlan planFilter(const Filter::Node& node, const FilterBinding& binding);

// The leaf of one condition on a stored column.
FilterPlan planColumn(const Filter::Node& node, const ColumnInfo& column, const FilterBinding& binding);
// The leaf of one condition on `outcome`, `predicted` or `confidence`.
FilterPlan planDecision(const Filter::Node& node, const FilterBinding& binding);
// The leaf of one condition on `note`, `tag`, `corrected` or `flip`.
FilterPlan planFact(const Filter::Node& node, const FilterBinding& binding);
// A condition on numbers by row; `get` is asked for every row.
FilterPlan planNumbers(const Filter::Node& node, const FilterBinding& binding,
                       std::function<double(RowIndex)> get);

// Several classes, and none of them is looked at against the rest.
bool looksAtAllClasses(const FilterBinding& binding);
// The decisions of one class against the rest; mistakes are said with a caret under the column.
std::shared_ptr<const BinaryDecisions> binaryDecisions(const Filter::Node& node,
                                                       const FilterBinding& binding);
std::shared_ptr<const ClassDecisions> classDecisions(const Filter::Node& node, const FilterBinding& binding);

// Which of `codes` codes a test by =, != or in accepts; the last one is the missing code's. matches(value,
// code) says what a value stands for, and refuses one that stands for nothing.
template <class Matches>
std::vector<std::uint8_t> acceptedCodes(const Filter::Node& node, std::size_t codes,
                                        const FilterBinding& binding, const Matches& matches) {
    using Kind = Filter::Node::Kind;
    std::vector<std::uint8_t> accepted(codes + 1, 0);
    if (node.kind == Kind::Missing) {
        std::fill(accepted.begin(), accepted.end(), std::uint8_t{node.negated});
        accepted.back() = !node.negated;
        return accepted;
    }
    const bool equality = node.kind == Kind::Compare &&
                          (node.comparison == Comparison::Equal || node.comparison == Comparison::NotEqual);
    if (!equality && node.kind != Kind::In)
        throw filterError("\"" + node.column.name + "\" is compared with =, != or in.", binding.source,
                          node.at);
    const bool negative = node.negated || node.comparison == Comparison::NotEqual;
    for (std::size_t code = 0; code < codes; ++code) {
        bool any = false;
        for (const FilterValue& value : node.values)
            any = matches(value, code) || any;
        accepted[code] = any != negative;
    }
    return accepted;
}

// A matching row's code comes from codeOf(row).
template <class CodeOf>
void fillByCode(RowBitmap& rows, const std::vector<std::uint8_t>& accepted, const CodeOf& codeOf,
                const TaskContext& context) {
    rows.fill([&](RowIndex row) { return accepted[codeOf(row)] != 0; }, context);
}

}  // namespace reckoner
