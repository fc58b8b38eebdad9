// What is decided on, on the screen: one threshold or tiers, the same for every page.
#pragma once

#include <optional>
#include <string>

#include "core/cost/operating_point.h"
#include "core/review/policy.h"
#include "ui/session/review_session.h"

namespace reckoner {

// What was chosen: "tiers", "one", or empty as long as nothing was.
std::string pointChoice(const ReviewState& state);
// Whether a state asks for tiers: as chosen, else as the policy in force is.
bool wantsTiers(const ReviewState& state, const std::optional<Policy>& policy);
// The tiers that are decided on; null: one threshold is, or there are none yet for the run.
const TierPlan* tiersOnScreen(const ReviewState& state, const std::optional<Policy>& policy);
void chooseTiers(ReviewState& state, bool tiers);
// Leaves tiers for one threshold of the state's run.
void setOneThreshold(ReviewState& state, double threshold);
// Moves what countedFrom() reads: the threshold, or the cut-off from which tiers act.
void moveCounted(ReviewState& state, const std::optional<Policy>& policy, double threshold);

// The threshold is NaN while no run is loaded.
OperatingPoint pointOnScreen(const ReviewSession& session);
// In force for the version on the screen.
std::optional<OperatingPoint> policyPoint(const ReviewSession& session);

}  // namespace reckoner
