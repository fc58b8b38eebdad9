// What the data of a run covers: how its rows spread over each column's values, what is missing, and what
// another run has that this one has not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/data/binning.h"
#include "core/data/eval_table.h"
#include "core/data/row_set.h"

namespace reckoner {

struct CoveredValue {
    std::optional<std::string> value;    // nullopt: missing
    std::uint64_t rows = 0;              // of this run
    std::optional<std::uint64_t> other;  // of the other run, where values can be compared
};

// Smallest and largest finite number, and how many rows of this run lie outside the other's.
struct CoveredRange {
    double lo = 0;
    double hi = 0;
    std::optional<double> otherLo;
    std::optional<double> otherHi;
    std::uint64_t below = 0;
    std::uint64_t above = 0;
};

struct ColumnCoverage {
    GroupColumn column;
    std::uint64_t rows = 0;  // with the missing ones
    std::uint64_t missing = 0;
    std::optional<std::uint64_t> otherRows;  // with a run to compare with that has the column
    std::optional<std::uint64_t> otherMissing;
    // Groups as segments are cut, missing last; with another run also its values that this one lacks. Those
    // of numbers are bins of this run, which are not compared: their range is.
    std::vector<CoveredValue> values;
    std::optional<CoveredRange> range;  // of a column of numbers

    std::uint64_t present() const { return rows - missing; }
    std::size_t distinct() const;  // values of this run that are not missing
    // Share of the k largest values among the rows that have one; n/a when none has.
    Value topShare(std::size_t k) const;
    // How many equally large values would be as concentrated: the inverse Simpson index 1 / sum p^2 (Hill
    // 1973, order 2), and exp of Shannon's entropy (order 1; Jost 2006, "Entropy and diversity"). n/a without
    // values.
    Value effective() const;
    Value effectiveByEntropy() const;
    std::uint64_t onlyHere() const;   // values
    std::uint64_t onlyThere() const;  // values
    Value missingShare() const;
    // By rows, the most first; ties in the order of `values`. Without the missing ones.
    std::vector<std::size_t> largest() const;
};

// rows: the cohort. other, otherRows: of the run compared with, or null. Throws Error{BadInput} for a column
// that makes no groups. O(rows x columns).
std::vector<ColumnCoverage> coverage(const EvalTable& table, const RowSet& rows,
                                     const std::vector<GroupColumn>& columns,
                                     const EvalTable* other = nullptr, const RowSet* otherRows = nullptr,
                                     const TaskContext& context = {});

}  // namespace reckoner
