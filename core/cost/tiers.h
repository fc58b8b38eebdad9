// Two cut-offs: no action below the first, a person looks between them, automatic from the second up.
// Source: METRICS.md, "Cost", "Tiers".
#pragma once

#include <limits>
#include <optional>

#include "core/base/task_context.h"
#include "core/cost/cost_model.h"
#include "core/metrics/sweep.h"

namespace reckoner {

struct ReviewTerms {
    double cost = 0;      // of one review, in the cost model's unit
    double accuracy = 1;  // share of reviews whose decision is right, in [0, 1]
    // Most samples (by weight, as production is mixed) of this run that may be reviewed; infinity: no limit.
    double capacity = std::numeric_limits<double>::infinity();
};

// Throws Error{Usage}: a cost that is no number, an accuracy outside [0, 1], a negative capacity.
void check(const ReviewTerms& terms);

// What lies between two cut-offs, and what it costs over the run.
struct Tier {
    Sums positives;
    Sums negatives;
    double cost = 0;
    std::uint64_t n() const { return positives.n + negatives.n; }
    double weight() const { return positives.weight + negatives.weight; }
};

struct Tiers {
    double review = 0;     // from here up a person looks
    double automatic = 0;  // from here up it is done; equal to `review`: no band. +infinity: never
    Tier none;
    Tier reviewed;
    Tier acted;
    double total() const { return none.cost + reviewed.cost + acted.cost; }
    bool hasBand() const { return review < automatic; }
};

// A review costs terms.cost and then what the decision costs: the right one (TP or TN) in `accuracy` of the
// cases, the wrong one (FN or FP) in the others. Throws Error{Usage}: a cut-off that is NaN, review >
// automatic, an accuracy outside [0, 1], a negative capacity. O(1) reads of the sweep.
Tiers tiersAt(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms, double review,
              double automatic);

// The cheapest pair over "nobody" and every distinct score, exactly; at most terms.capacity reviewed. No band
// where it cannot pay: then both cut-offs are the cheapest threshold. One walk over the distinct scores,
// memory for the scores inside one band. Precondition: sweep.samples() > 0.
Tiers bestTiers(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                const TaskContext& context = {});

}  // namespace reckoner
