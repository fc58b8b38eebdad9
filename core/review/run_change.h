// What is different in the samples of a newer run of the same version: more or fewer positives, columns that
// went missing. Only what is beyond noise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/data/eval_table.h"

namespace reckoner {

// A share of two runs and the 95 % interval of its difference (Newcombe 1998, method 10), newer - older.
struct ShareChange {
    std::string column;  // whose values are missing; empty: the share of positives
    double before = 0;
    double now = 0;
    Interval difference;
};

// How many of a run's samples are positives, of those that have a label. Nothing for several classes.
struct PositiveCount {
    std::uint64_t positives = 0;
    std::uint64_t labelled = 0;
};
std::optional<PositiveCount> positiveCount(const EvalTable& table, const TaskContext& context = {});

// Changes whose interval leaves out zero: positives first, then columns both runs have, the largest change
// first. Columns count as missing as the store counted them at import. O(rows) for the labels.
std::vector<ShareChange> shareChanges(const EvalTable& before, const EvalTable& now,
                                      const TaskContext& context = {});

}  // namespace reckoner
