// Operating points side by side: now, the policy in force, the lowest cost.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/operating_point.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct ComparedPoint {
    std::string name;  // "Now", "Policy", "Lowest"
    OperatingPoint point;
    std::optional<Interval> difference;  // 95 %, of the cost a period: this minus the policy
};

// One row of the comparison: what it is, and a text for each point. Undefined is "n/a".
struct PointRow {
    std::string what;
    std::vector<std::string> texts;
    bool strong = false;
};
// Cut-offs, flagged, reviewed (where any is), caught of 100, right of 100 flagged, cost, and the difference
// to `policy` with its interval in a row of its own.
std::vector<PointRow> compareRows(const RunAnalysis& run, const Vocabulary& words,
                                  const std::vector<ComparedPoint>& points,
                                  const std::optional<OperatingPoint>& policy);

}  // namespace reckoner
