// What falls into each tier of a plan, what it costs, and whether the team can see what it is sent.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/cost/tier_plan.h"
#include "core/cost/tiers.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

// Over the run, without period.
struct TierTotals {
    std::vector<Tier> tiers;  // from the lowest scores up, as in the plan
    double total = 0;
    double reviewed = 0;  // weight of what people look at, as production is mixed
};

// A review costs terms.cost and then what the decision costs: the right one in `accuracy` of the cases.
double tierCost(const BoundCost& cost, const ReviewTerms& terms, TierAct act, const Sums& positives,
                const Sums& negatives);

// Of any samples, whose tallies at each cut-off stand beside plan.cutoffs. Preconditions: check(plan) and
// check(terms) hold.
TierTotals tierTotals(std::span<const Tally> atCutoffs, const BoundCost& cost, const ReviewTerms& terms,
                      const TierPlan& plan);

// One read of the sweep a cut-off. Throws Error{Usage} as check(plan) and tiersAt do.
TierTotals tierTotals(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                      const TierPlan& plan);

// Most reviews a period, as the plan or the cost model says; nothing: no limit.
std::optional<double> reviewCapacity(const RunAnalysis& run, const TierPlan& plan);

// What the plan and, where it says nothing, the cost model say of reviews; capacity in samples of this run.
ReviewTerms reviewTerms(const RunAnalysis& run, const TierPlan& plan);

// Samples of the run (by weight, as production is mixed) for each decision of a period; nothing where no
// volume is known.
std::optional<double> samplesPerDecision(const RunAnalysis& run);

// A period's figures, as production is mixed; of this run where no volume is known.
struct TierRow {
    double cases = 0;
    double positives = 0;
    double negatives = 0;
    double cost = 0;
    double share = 0;  // of all cases
};
struct ReviewQueue {
    double reviews = 0;
    std::optional<double> hours;  // where it is said how long one takes
    double money = 0;             // of the reviews alone
    std::optional<double> capacity;
    double over = 0;  // reviews beyond the capacity
    std::optional<double> overHours;
    double overMoney = 0;
};
struct TierSheet {
    std::vector<TierRow> rows;
    double cost = 0;
    ReviewQueue queue;
};
// Precondition: run.sweep->samples() > 0, check(plan) holds.
TierSheet tierSheet(const RunAnalysis& run, const TierPlan& plan);

// The cost a period of a plan: comparable with RunAnalysis::perPeriod of a threshold.
double planCost(const RunAnalysis& run, const TierPlan& plan);

}  // namespace reckoner
