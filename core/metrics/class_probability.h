// Whether the class scores of a run are good probabilities. Source: DEFINITIONS.md, "Multi-class".
#pragma once

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/classified_rows.h"

namespace reckoner {

// Over rows whose class scores are all finite, by weight. n/a for scores that are no probabilities (percent
// is divided by 100), outside [0, 1], or not there for every class.
struct ClassProbability {
    Value logLoss;  // each score clipped, then the row divided by its sum (scikit-learn 1.2)
    Value brier;    // sum over the classes of (p - y)^2
    // Of the class that is called: its confidence against how often it is right, equal-width bins.
    Value ece10;
    Value ece15;
};
// O(samples x classes).
ClassProbability classProbability(const EvalTable& table, const ClassifiedRows& rows,
                                  const TaskContext& context = {});

}  // namespace reckoner
