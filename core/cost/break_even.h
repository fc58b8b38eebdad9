// What one kind of decision would have to cost for a choice to turn. Source: METRICS.md, "Cost",
// "Break-even".
#pragma once

#include <limits>
#include <optional>

#include "core/base/task_context.h"
#include "core/cost/dearest.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

// One version at one threshold.
struct Choice {
    const RunAnalysis& run;
    double threshold;
};

enum class Turns {
    HoldsAbove,  // the choice costs no more while the outcome costs at least this
    HoldsBelow,  // ... at most this
    Always,      // whatever it costs (from nothing up)
    Never,
};

struct BreakEven {
    Turns turns = Turns::Always;
    // What the outcome costs where both choices cost the same. Its parts (fixed, share of the amount) keep
    // their proportion; an outcome that costs nothing today is priced in money a case.
    OutcomeCost at;
    double factor = 0;  // `at` as a multiple of today's; 0 where today's is nothing
};

// Whether `now` stays the cheaper one (or as cheap) against `other` as `outcome` changes its price from 0 up
// with its sign. Totals a period are compared; both are priced as now.run is. O(1) reads of the sweeps.
BreakEven breakEven(const Choice& now, const Choice& other, Outcome outcome);

// The prices of `outcome` at which no other threshold costs less: multiples of today's, or money a case where
// today's is nothing. hi may be +infinity.
struct PriceRange {
    double lo = 0;
    double hi = std::numeric_limits<double>::infinity();
    OutcomeCost loAt;
    OutcomeCost hiAt;  // not defined where hi is infinite
};
// Nothing when some other threshold is always cheaper. One walk over the distinct scores.
std::optional<PriceRange> stablePrices(const Choice& now, Outcome outcome, const TaskContext& context = {});

// "fn" of the model for Outcome::Missed, and so on.
const OutcomeCost& priceOf(const CostModel& model, Outcome outcome);
OutcomeCost& priceOf(CostModel& model, Outcome outcome);

}  // namespace reckoner
