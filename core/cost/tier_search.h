// The cheapest cut-offs for a plan's tiers, found exactly: every distinct score and "nobody" is a candidate.
#pragma once

#include <vector>

#include "core/base/task_context.h"
#include "core/cost/tier_plan.h"
#include "core/cost/tiers.h"

namespace reckoner {

// Whether bestCutoffs and fitCutoffs can answer: tiers that people look at lie side by side, or there is no
// limit to what they can look at. Two separate queues under one limit are not searched.
bool canSearch(const TierPlan& plan, const ReviewTerms& terms);

// The cheapest ascending cut-offs with at most terms.capacity reviewed. Of equally cheap ones the highest,
// and the smaller queue. A cut-off between two tiers in which the same is done changes no cost: it stays
// where it is, or as near as the others let it. No reviews where they cannot pay (no action, review,
// automatic). One walk over the distinct scores; memory for the scores inside one band. Preconditions:
// sweep.samples() > 0, canSearch(). Throws Error{Usage} as check(plan) does.
std::vector<double> bestCutoffs(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                                const TierPlan& plan, const TaskContext& context = {});

// The cheapest way to review no more than terms.capacity of what the plan reviews now: the band's ends move
// towards each other, never outwards; all other cut-offs stay. The plan's own cut-offs when it fits already.
// Same preconditions.
std::vector<double> fitCutoffs(const Sweep& sweep, const BoundCost& cost, const ReviewTerms& terms,
                               const TierPlan& plan, const TaskContext& context = {});

}  // namespace reckoner
