// Which rows of a run take part in multiclass metrics: their true and their predicted class.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"
#include "core/data/row_set.h"
#include "core/data/scored_rows.h"

namespace reckoner {

using ClassCode = std::uint16_t;  // place in the run's class order

struct ClassifiedRows {
    std::vector<std::string> classes;
    std::vector<RowIndex> rows;        // in row order
    std::vector<ClassCode> truth;      // beside rows
    std::vector<ClassCode> predicted;  // beside rows
    std::vector<double> weights;       // beside rows, or empty: all 1. An unusable weight is 0
    ExclusionCounts excluded;          // of the cohort, the label's reason first

    // Predicted: the prediction column where it names a class, else the highest class score (ties: the class
    // that comes first); without either the row is excluded for its score. Throws Error{BadInput} when the
    // run has neither predictions nor a score for every class, or 65,535 classes or more.
    static ClassifiedRows of(const EvalTable& table, const RowSet& cohort, const TaskContext& context = {});
};

// The class scores of a run, in class order; empty unless every class has one.
std::vector<std::shared_ptr<const RealColumn>> classScores(const EvalTable& table,
                                                           const TaskContext& context = {});

}  // namespace reckoner
