#include "ui/session/point_on_screen.h"

#include "core/review/policy_record.h"

namespace reckoner {
namespace {

// Absent: as the policy in force is.
constexpr const char* kPoint = "decide.point";
constexpr const char* kOnTiers = "tiers";
constexpr const char* kOnThreshold = "one";

}  // namespace

std::string pointChoice(const ReviewState& state) {
    const auto chosen = state.options.find(kPoint);
    return chosen == state.options.end() ? std::string() : chosen->second;
}

bool wantsTiers(const ReviewState& state, const std::optional<Policy>& policy) {
    const std::string chosen = pointChoice(state);
    if (!chosen.empty()) return chosen == kOnTiers;
    return policy && policy->tiers && state.positive.empty();
}

const TierPlan* tiersOnScreen(const ReviewState& state, const std::optional<Policy>& policy) {
    return wantsTiers(state, policy) ? state.tierPlan() : nullptr;
}

void chooseTiers(ReviewState& state, bool tiers) {
    state.options[kPoint] = tiers ? kOnTiers : kOnThreshold;
}

void setOneThreshold(ReviewState& state, double threshold) {
    state.thresholds[state.run] = threshold;
    chooseTiers(state, false);
}

void moveCounted(ReviewState& state, const std::optional<Policy>& policy, double threshold) {
    if (tiersOnScreen(state, policy)) {
        TierPlan& plan = state.tiers[state.run];
        moveCutoff(plan, countedCutoff(plan), threshold);
    } else {
        state.thresholds[state.run] = threshold;
    }
}

OperatingPoint pointOnScreen(const ReviewSession& session) {
    OperatingPoint point = session.threshold();
    if (!session.run()) return point;
    if (const TierPlan* plan = tiersOnScreen(session.state(), session.policy())) point.tiers = *plan;
    return point;
}

std::optional<OperatingPoint> policyPoint(const ReviewSession& session) {
    const auto policy = session.policy();
    return policy ? std::optional(pointOf(*policy)) : std::nullopt;
}

}  // namespace reckoner
