// Who is decided on by people in one of two versions and not in the other.
#pragma once

#include <cstdint>

#include "core/metrics/comparison.h"

namespace reckoner {

// Samples, without weights.
struct ActionChanges {
    std::uint64_t reviewedBefore = 0;  // the first run sends them to people
    std::uint64_t reviewedNow = 0;     // the second does
    std::uint64_t toPeople = 0;        // the second alone
    std::uint64_t fromPeople = 0;      // the first alone
};

// Precondition: comparison.paired. O(samples).
ActionChanges actionChanges(const Comparison& comparison);

}  // namespace reckoner
