// A partition of rows: the values of one column, the cross of several, or bins of a number.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/data/binning.h"
#include "core/data/eval_table.h"

namespace reckoner {

struct Grouping {
    // One per group; nullopt is the missing value. One entry per column of the cross, in column order.
    struct Key {
        std::vector<std::optional<std::string>> values;
    };
    std::vector<std::string> columns;
    std::vector<Key> keys;             // by code, sorted by value (missing last)
    std::vector<std::uint32_t> codes;  // by row of the table; code < keys.size()

    std::uint32_t groups() const { return static_cast<std::uint32_t>(keys.size()); }

    // Groups that do not occur in the table get no code; a missing value is a group of its own, and so is not
    // a number. Category columns as they are. Number columns by their distinct values when there are at most
    // maxDistinct, else by deciles (R type 7, duplicate edges dropped) labelled "(lo, hi]", the first
    // "[lo, hi]". Dates by day, month or year, whichever first gives at most 31 groups. Sorted by value:
    // numbers and categories that are all numbers by size, others by their bytes. No columns: one group.
    // Throws Error{BadInput} for an unknown or a text column.
    static Grouping byColumns(const EvalTable& table, const std::vector<std::string>& columns,
                              const TaskContext& context = {}, std::size_t maxDistinct = 20);
    // The same with numbers cut as each column says.
    static Grouping of(const EvalTable& table, const std::vector<GroupColumn>& columns,
                       const TaskContext& context = {}, std::size_t maxDistinct = 20);
};

}  // namespace reckoner
