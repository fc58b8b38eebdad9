// The amount columns that costs are taken from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"

namespace reckoner {

// Beside the names. Throws Error{BadInput} for one that is no column of numbers.
std::vector<std::shared_ptr<const RealColumn>> measureColumns(const EvalTable& table,
                                                              const std::vector<std::string>& measures,
                                                              const TaskContext& context = {});

// The same amounts by place in `rows`, one list a measure.
std::vector<std::vector<double>> measureAmounts(const EvalTable& table,
                                                const std::vector<std::string>& measures,
                                                const std::vector<RowIndex>& rows,
                                                const TaskContext& context = {});

}  // namespace reckoner
