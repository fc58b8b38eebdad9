// What `metrics --coverage` says: how the data spreads over each column's values, and what is too small.
#pragma once

#include <string>

#include "core/metrics/coverage_board.h"
#include "core/report/json_text.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// By column: {"rows", "missing", "missing_share", "distinct", "effective", "effective_entropy",
// "top_1_share", "top_3_share", "values": [{"value", "rows", "trials", "needed", "more", "other_rows"}],
// "only_here", "only_there"}; of numbers also "range" and "other_range". needed and more are of `metric` at
// the threshold, for 5 points at a power of 0.8; null where no number would do. Values of the other run are
// there with other_rows alone.
Json coverageJson(const CoverageBoard& board, double threshold, const MetricEntry& metric);
std::string coverageText(const CoverageBoard& board, double threshold, const MetricEntry& metric,
                         const Vocabulary& words);

}  // namespace reckoner
