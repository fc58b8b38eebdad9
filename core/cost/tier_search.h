// The cheapest cut-offs for a plan's tiers, found exactly: every distinct score and "nobody" is a candidate.
#pragma once

#include <vector>

#include "core/base/task_context.h"
#include "core/cost/tier_plan.h"
#include "core/cost/tiers.h"

namespace reckoner {

// The cheapest ascending cut-offs with at most terms.capacity reviewed. Of equally cheap ones the highest,
// and the smaller queue. A cut-off between two tiers in which the same is done changes no cost: it stays
// where it is, or as near as the others let it. No reviews where they cannot pay (no action, review,
// automatic). One walk over the distinct scores; memory for the scores inside one band. Where people look at
// two separate tiers under one limit the search is of all places of all cut-offs (core/cost/queue_search.h),
// with memory for every distinct score, and of equally cheap ones it is always the same. Precondition:
// sweep.samples() > 0. Throws Error{Usage} as check(plan) does.
std::vector<double> bestCutoffs(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                                const TierPlan& plan, const TaskContext& context = {});

// The cheapest way to review no more than terms.capacity of what the plan reviews now: the ends of a
// band move towards each other, never outwards; all other cut-offs stay. The plan's own cut-offs when it fits
// already. Same preconditions.
std::vector<double> fitCutoffs(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                               const TierPlan& plan, const TaskContext& context = {});

}  // namespace reckoner
