#include "core/metrics/action_changes.h"

namespace reckoner {
namespace {

bool reviewed(const ComparedRun& run, std::size_t i) {
    return run.tiers && run.tiers->tiers[run.tiers->tierOf(run.rows.scores[i])].act == TierAct::Review;
}

}  // namespace

ActionChanges actionChanges(const Comparison& comparison) {
    ActionChanges changes;
    for (std::size_t i = 0; i < comparison.first.rows.scores.size(); ++i) {
        const bool before = reviewed(comparison.first, i);
        const bool now = reviewed(comparison.second, i);
        changes.reviewedBefore += before ? 1 : 0;
        changes.reviewedNow += now ? 1 : 0;
        changes.toPeople += now && !before ? 1 : 0;
        changes.fromPeople += before && !now ? 1 : 0;
    }
    return changes;
}

}  // namespace reckoner
