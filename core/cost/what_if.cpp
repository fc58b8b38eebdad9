#include "core/cost/what_if.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/error.h"

namespace reckoner {
namespace {

// A sample's mean cost by class: the total is linear in the share of positives.
struct ByClass {
    double positive = 0;
    double negative = 0;
};

ByClass meanCosts(const RunAnalysis& run, double threshold) {
    const Tally tally = run.sweep->at(threshold);
    const CostParts parts = run.cost.of(tally);
    const double positives = run.cost.weight(tally.tp, {}) + run.cost.weight(tally.fn, {});
    const double negatives = run.cost.weight({}, tally.fp) + run.cost.weight({}, tally.tn);
    return {positives > 0 ? (parts.tp + parts.fn) / positives : 0,
            negatives > 0 ? (parts.fp + parts.tn) / negatives : 0};
}

}  // namespace

WhatIf whatIf(const RunAnalysisPtr& run, const OperatingPoint& point, const Production& production,
              const TaskContext& context) {
    assert(run->sweep->samples() > 0);
    CostModel costs = run->cost.model();
    if (production.volume) {
        if (!(*production.volume > 0) || !std::isfinite(*production.volume))
            throw Error(ErrorCode::Usage, "The number of decisions has to be above 0.");
        costs.volumePerPeriod = *production.volume;
    }
    if (production.prevalence) {
        if (!(*production.prevalence > 0) || !(*production.prevalence < 1))
            throw Error(ErrorCode::Usage, "The share has to lie between 0 and 100 of 100, without both.");
        costs.prevalence = *production.prevalence;
    }
    WhatIf found;
    found.run = withCosts(run, costs, run->request.prevalenceOf, context);
    const RunAnalysis& priced = *found.run;
    const PointFigures figures = pointFigures(priced, point);
    found.cost = figures.cost;
    found.flagged = figures.flagged;
    found.lowest = priced.perPeriod(priced.best->total);
    found.lowestThreshold = priced.best->threshold;
    const auto capacity = point.tiers ? reviewCapacity(priced, *point.tiers) : costs.reviewCapacity;
    const double queued = point.tiers ? figures.reviewed : figures.flagged;
    if (capacity) found.over = std::max(0.0, queued - *capacity);
    return found;
}

std::optional<Interval> stablePrevalence(const RunAnalysis& run, double threshold, double other) {
    const ByClass now = meanCosts(run, threshold);
    const ByClass then = meanCosts(run, other);
    // now - then at a share p of positives: atNone + p (atAll - atNone).
    const double atAll = now.positive - then.positive;
    const double atNone = now.negative - then.negative;
    if (atAll <= 0 && atNone <= 0) return Interval{0, 1};
    if (atAll > 0 && atNone > 0) return std::nullopt;
    const double turn = atNone / (atNone - atAll);
    return atAll <= 0 ? Interval{turn, 1} : Interval{0, turn};
}

}  // namespace reckoner
