// Labels a person found wrong, put right: the one place where corrections become the truth of metrics.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"

namespace reckoner {

// Sample id to the class that is right.
using LabelCorrections = std::map<std::string, std::string, std::less<>>;

struct CorrectedTable {
    EvalTablePtr table;          // the given one when no label changes
    std::vector<RowIndex> rows;  // ascending: rows whose label is another than in the given table
};

// The same run with its label column corrected; every other column is the given table's and loaded once. An
// id that occurs more than once is corrected in each of its rows. A run without a label column stays as it
// is. Reads the sample ids: O(rows). Nothing to correct costs nothing.
CorrectedTable withCorrections(const EvalTablePtr& table, const LabelCorrections& corrections,
                               const TaskContext& context = {});

}  // namespace reckoner
