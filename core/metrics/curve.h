// The points that are drawn of a curve over all thresholds. Readouts never come from them.
#pragma once

#include <vector>

#include "core/base/task_context.h"
#include "core/cost/cost_model.h"
#include "core/metrics/sweep.h"

namespace reckoner {

// A point of the curves; tally of the whole cohort.
struct CurvePoint {
    double threshold;  // the first is +infinity
    Tally tally;
};

// From the highest threshold down: "flag nobody", the highest and the lowest score, and of the scores between
// at most 2,000 in all, so that every drawn column of the cost curve (over the score axis) and of ROC and PR
// (over the share flagged) keeps its first, last, lowest and highest point. `keep` is among them. Each tally
// is exactly what sweep.at(threshold) gives.
std::vector<CurvePoint> thinnedCurve(const Sweep& sweep, const BoundCost& cost, std::optional<double> keep,
                                     const TaskContext& context = {});

}  // namespace reckoner
