// What is decided on, one threshold or tiers, and what comes of it: one way to count both.
#pragma once

#include <optional>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/cost_interval.h"
#include "core/cost/tier_figures.h"
#include "core/cost/tier_plan.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

struct OperatingPoint {
    double threshold = 0;           // without tiers
    std::optional<TierPlan> tiers;  // in force where they are there
    // Of tiers the threshold says nothing.
    bool operator==(const OperatingPoint& other) const {
        return tiers == other.tiers && (tiers || threshold == other.threshold);
    }
};

// Samples of the run by weight. What people decide is counted as they decide: rightly in `accuracy` of the
// cases.
struct OutcomeMix {
    double tp = 0;
    double fp = 0;
    double fn = 0;
    double tn = 0;
    double flagged() const { return tp + fp; }
    double positives() const { return tp + fn; }
    double total() const { return tp + fp + fn + tn; }
};

struct PointFigures {
    OutcomeMix mix;
    // A period, as production is mixed; of this run where no volume is known.
    double flagged = 0;
    double reviewed = 0;
    Value precision;
    Value recall;
    std::optional<Interval> precisionInterval;  // Wilson 95 %
    std::optional<Interval> recallInterval;
    double cost = 0;             // a period: comparable with RunAnalysis::perPeriod
    std::vector<TierRow> tiers;  // a period; empty without tiers
};
// A few reads of the sweep. Precondition: run.sweep->samples() > 0. Throws Error{Usage} as check(TierPlan).
PointFigures pointFigures(const RunAnalysis& run, const OperatingPoint& point);

// As costIntervals(): of the cost a period at `point`, and of its difference to `other`, paired by sample.
CostIntervals pointIntervals(const RunAnalysis& run, const OperatingPoint& point,
                             const std::optional<OperatingPoint>& other, const TaskContext& context = {});

}  // namespace reckoner
