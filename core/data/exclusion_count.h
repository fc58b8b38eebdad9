// How many rows of a run take part in its metrics, and why the others do not: what an import counts, counted
// again over the columns as they are now.
#pragma once

#include "core/base/task_context.h"
#include "core/data/eval_table.h"
#include "core/data/scored_rows.h"

namespace reckoner {

// One reason a row, the label's first. A binary run is judged by its score, without one by the score of its
// positive class; a multiclass run by its class scores, without those by whether it has a prediction.
// rows() - total() are scored. O(rows).
ExclusionCounts countExclusions(const EvalTable& table, const TaskContext& context = {});

}  // namespace reckoner
