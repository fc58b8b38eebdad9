// How sure the figures of a matrix of several classes are, all from one resampling.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/cost/class_costs.h"
#include "core/metrics/multiclass.h"

namespace reckoner {

// 95 %. Shares of one class (precision, recall) and accuracy by Wilson, everything else by percentiles of
// resampled cells.
struct ClassIntervals {
    std::map<std::string, Interval> figures;         // by id of matrixFigureNames()
    std::vector<std::optional<Interval>> precision;  // by class
    std::vector<std::optional<Interval>> recall;
    std::vector<std::optional<Interval>> f1;
    std::optional<Interval> cost;  // of one answer, by weight; nothing without costs
    std::uint32_t replicates = 0;
};

// The counts of the cells are drawn as a bootstrap of the samples draws them; with weights a cell's sum is
// normal with its own mean and variance. 2,000 replicates, fewer where the matrix is so large that they
// would take seconds. O(replicates x K^2).
ClassIntervals classIntervals(const ClassMatrix& matrix, const std::optional<ClassCosts>& costs,
                              const TaskContext& context = {});

}  // namespace reckoner
