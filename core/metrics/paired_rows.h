// The samples two runs have in common, laid side by side.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/task_context.h"
#include "core/data/row_set.h"
#include "core/data/sample_alignment.h"
#include "core/data/scored_rows.h"

namespace reckoner {

struct PairedRows {
    ScoredRows first;             // sample i of both is the same one; the weights of both are the first run's
    ScoredRows second;            // `excluded` of both is that of the whole run
    std::uint64_t onlyFirst = 0;  // rows of the first run (of the cohort) that the second does not have
    std::uint64_t onlySecond = 0;   // rows of the second run that the first does not have
    std::uint64_t conflicting = 0;  // labels differ between the runs: left out
    std::uint64_t unscored = 0;     // without a usable label or score in one of them: left out

    std::uint64_t size() const { return first.rows.size(); }
};

// Two runs whose one score is of different classes rank opposite things. Throws Error{BadInput}, naming both.
void requireSamePositive(const EvalTable& first, const EvalTable& second);

// The order is that of the first run's rows. cohort: of the first run. positive empty: the first run's own.
// O(rows). Throws Error{BadInput} when the second run knows no class of that name, one has no scores, or
// (positive empty) they look for different classes.
PairedRows pairRows(const EvalTable& first, const EvalTable& second, const SampleAlignment& alignment,
                    const RowSet& cohort, const std::string& positive = {}, const TaskContext& context = {});

}  // namespace reckoner
