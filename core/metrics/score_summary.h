// The scores of a cohort in a few figures.
#pragma once

#include <cstdint>

#include "core/base/value.h"
#include "core/data/scored_rows.h"

namespace reckoner {

struct ScoreSummary {
    std::uint64_t n = 0;
    std::uint64_t positives = 0;
    Value prevalence;  // weighted where there are weights, as the mean
    Value mean;        // in score units
    Value min;
    Value max;
};
// O(n).
ScoreSummary scoreSummary(const ScoredRows& rows);

}  // namespace reckoner
