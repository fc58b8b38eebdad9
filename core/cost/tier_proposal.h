// The tiers a team that has none yet begins with.
#pragma once

#include "core/base/task_context.h"
#include "core/cost/tier_plan.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

inline constexpr double kProposedShare = 0.1;  // of all samples, in the first review band

// No action, review, automatic: the cheapest cut-offs where it is known what a review costs and one pays,
// else a band of kProposedShare around `threshold`. Precondition: run.sweep->samples() > 0. O(distinct
// scores).
TierPlan proposedTiers(const RunAnalysis& run, double threshold, const TaskContext& context = {});

// The plan with another number of cut-offs (1 to 3) and the usual tiers for it. What people said of their
// reviews stays, and so do the outer cut-offs where there were two or more.
TierPlan withCutoffs(const RunAnalysis& run, const TierPlan& plan, std::size_t cutoffs,
                     const TaskContext& context = {});

}  // namespace reckoner
