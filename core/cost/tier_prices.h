// What each sample costs under tiers, as one amount that holds whatever the outcome: what sums amounts by
// outcome (bootstraps) then sums the money of the tiers.
#pragma once

#include <vector>

#include "core/base/task_context.h"
#include "core/cost/tier_figures.h"
#include "core/data/scored_rows.h"

namespace reckoner {

struct TierPrices {
    std::vector<double> amounts;  // beside the rows, for a weight of 1, as production is mixed
    BoundCost cost;               // of a sweep or bootstrap whose one measure these amounts are
};

// What the plan and, where it says nothing, the costs say of reviews, without their capacity.
ReviewTerms reviewTerms(const CostModel& costs, const TierPlan& plan);

// amounts: one list a measure of `cost`, each beside the rows; one that is missing adds nothing.
// Preconditions: check(plan) and check(terms) hold. O(samples).
TierPrices tierPrices(const ScoredRows& rows, const std::vector<std::vector<double>>& amounts,
                      const BoundCost& cost, const ReviewTerms& terms, const TierPlan& plan,
                      const TaskContext& context = {});

}  // namespace reckoner
