// An operating point somebody adopted for one version. Append-only: superseded, never edited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/cost/tier_plan.h"

namespace reckoner {

struct Policy {
    std::int64_t id = 0;
    std::int64_t versionId = 0;
    // In the file's score units. Of tiers: where somebody or something begins to act (actingThreshold).
    double threshold = 0;
    std::optional<TierPlan> tiers;  // nothing: one threshold
    std::string who;
    std::string why;
    std::string adoptedAt;  // ISO time, filled by the store
    std::string reviewBy;   // ISO date, may be empty
};

}  // namespace reckoner
