// The order of a list of cases: an index vector over the rows of a run, 4 bytes a row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/row_set.h"
#include "core/review/case_view.h"

namespace reckoner {

struct CaseSort {
    // Score, Real, Cost, Distance: of CaseView. Column: the values of a column, numbers by size (categories
    // that are all numbers too), other categories and texts by their bytes. Random: drawn from (seed, row),
    // so a case keeps its place among others whatever the filter. Mistakes: descending, wrong ones before
    // right ones before those not known to be either, the surest first among each.
    enum class Key { Row, Score, Real, Cost, Distance, Column, Random, Mistakes };
    Key key = Key::Row;
    bool descending = false;
    std::string column;
    std::uint64_t seed = 0;
    bool operator==(const CaseSort&) const = default;

    // "row", "score", "-score", "real", "cost", "distance", "-mistakes", "column:NAME", "-column:NAME",
    // "random:7".
    // Anything else: nothing.
    static std::optional<CaseSort> parse(std::string_view text);
    std::string text() const;
};

// All rows of the set in that order: stable, ties in row order, missing values last either way. Texts are
// told apart by their first 64 bytes. O(n) for numbers. Throws Error{BadInput} for an unknown column,
// Error{Cancelled}.
std::vector<RowIndex> sortedCases(const CaseView& view, const RowSet& rows, const CaseSort& sort,
                                  const TaskContext& context = {});

// The first `most` of sortedCases() in one pass, for the first screen. Nothing for a text column: it has no
// quick way.
std::optional<std::vector<RowIndex>> firstCases(const CaseView& view, const RowSet& rows,
                                                const CaseSort& sort, std::size_t most,
                                                const TaskContext& context = {});

}  // namespace reckoner
