// What is decided on, one threshold or tiers, and what comes of it: one way to count both.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/cost_interval.h"
#include "core/cost/tier_figures.h"
#include "core/cost/tier_plan.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

struct OperatingPoint {
    double threshold;               // without tiers; NaN: none
    std::optional<TierPlan> tiers;  // in force where they are there
    // A threshold is an operating point.
    OperatingPoint(double at = 0, std::optional<TierPlan> plan = {})
        : threshold(at), tiers(std::move(plan)) {}
    // Of tiers the threshold says nothing.
    bool operator==(const OperatingPoint& other) const {
        return tiers == other.tiers && (tiers || threshold == other.threshold);
    }
};

// The one threshold at which a point is counted where only one can be: of tiers their actingThreshold, so
// that everything somebody or something acts on is flagged. What is priced there is not what the tiers cost.
double countedFrom(const OperatingPoint& point);

// Of tiers the cut-off that is; the first one where all or nothing is acted on.
std::size_t countedCutoff(const TierPlan& plan);

// The policy where there is one, else where the run starts.
OperatingPoint startingPoint(const RunAnalysis& run, const std::optional<OperatingPoint>& policy);

// What the run costs at the point, over its samples and without period; of tiers with their reviews. Every
// page and command says its money by this. O(1) reads of the sweep. Throws Error{Usage} as check(TierPlan).
double pointTotal(const RunAnalysis& run, const OperatingPoint& point);
// The same a period: comparable with RunAnalysis::perPeriod.
double pointCost(const RunAnalysis& run, const OperatingPoint& point);

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
