// Everything about a run of several classes that no confidence threshold changes, computed once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cost/class_costs.h"
#include "core/data/filter.h"
#include "core/metrics/confidence.h"
#include "core/metrics/confusion_order.h"

namespace reckoner {

// Immutable, shared between threads.
struct ClassAnalysis {
    EvalTablePtr table;
    std::string where;                 // cohort expression; empty: all
    std::vector<std::string> classes;  // in class order
    ExclusionCounts excluded;
    bool weighted = false;
    std::shared_ptr<const ConfidenceSweep> sweep;
    ConfusionTable everything;  // no answer is reviewed
    // The axis of confidence: [0, 1] for probabilities, [0, 100] for percent, else the range of what occurs.
    double axisLo = 0;
    double axisHi = 1;
    std::optional<ClassCosts> costs;

    std::uint64_t samples() const { return sweep->answers().samples(); }
};
using ClassAnalysisPtr = std::shared_ptr<const ClassAnalysis>;

// The same run under other costs; the same value where they are the ones it has. O(1).
ClassAnalysisPtr withClassCosts(const ClassAnalysisPtr& run, const std::optional<ClassCosts>& costs);

// outcome: what "predicted", "note" and "flip" mean in `where`. A cohort takes its share of the costs'
// volume. Throws Error{BadInput} (bad expression, neither predictions nor class scores). O(n) and a sort.
ClassAnalysisPtr analyseClasses(const EvalTablePtr& table, const std::string& where,
                                const std::optional<ClassCosts>& costs, const TaskContext& context = {},
                                const OutcomeContext& outcome = {});

}  // namespace reckoner
