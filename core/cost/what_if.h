// What a choice would cost if production were another: more or fewer decisions a period, another share of
// what the model looks for.
#pragma once

#include <optional>

#include "core/base/task_context.h"
#include "core/cost/operating_point.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

struct Production {
    std::optional<double> volume;      // decisions a period, above 0; nothing: as in the costs
    std::optional<double> prevalence;  // share of positives in (0, 1); nothing: as in the costs
    bool operator==(const Production&) const = default;
};

struct WhatIf {
    double cost = 0;             // a period, at the point
    double flagged = 0;          // a period, at the point
    double lowest = 0;           // the lowest cost a period ...
    double lowestThreshold = 0;  // ... and where; +infinity: by flagging nobody
    // Flagged, of tiers sent to people, beyond the reviews that can be done; nothing: no capacity is known.
    std::optional<double> over;
    RunAnalysisPtr run;  // priced so
};
// One walk over the distinct scores. Precondition: run->sweep->samples() > 0. Throws Error{Usage} for a
// volume or share outside its range.
WhatIf whatIf(const RunAnalysisPtr& run, const OperatingPoint& point, const Production& production,
              const TaskContext& context = {});

// The shares of positives between which `threshold` costs no more than `other`; nothing: never. Totals are
// linear in the share, so there is one turn at most. Empty ends: 0 and 1.
std::optional<Interval> stablePrevalence(const RunAnalysis& run, double threshold, double other);

}  // namespace reckoner
