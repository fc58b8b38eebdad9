// One column cut into groups: the part of a grouping that knows about types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/data/binning.h"
#include "core/data/eval_table.h"

namespace reckoner {

// Groups in their order, missing last; some may have no row.
struct ColumnGroups {
    std::vector<std::optional<std::string>> names;
    std::vector<std::uint32_t> codes;  // by row
};

// Contract: Grouping::byColumns. Precondition: the column is not text.
ColumnGroups columnGroups(const EvalTable& table, const ColumnInfo& column, const Binning& binning,
                          std::size_t maxDistinct, const TaskContext& context);

// Codes of categories by value: by size when all are numbers, else by their bytes.
std::vector<std::uint32_t> categoryOrder(const std::vector<std::string>& categories);

// Quantile of R type 7 (linear interpolation): numpy's default. Partially sorts `values`. Precondition: not
// empty, finite, 0 <= share <= 1. O(n).
double quantile7(std::vector<double>& values, double share);

}  // namespace reckoner
