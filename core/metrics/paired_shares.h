// How sure the difference of two shares on the same samples is: what a segment gained or lost from one
// version to the next.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/value.h"

namespace reckoner {

// The same samples judged twice.
struct PairedShares {
    std::uint64_t both = 0;        // counted in both
    std::uint64_t onlyFirst = 0;   // in the first alone
    std::uint64_t onlySecond = 0;  // in the second alone
    std::uint64_t neither = 0;

    std::uint64_t n() const { return both + onlyFirst + onlySecond + neither; }
    // second - first; n/a (NoSamples) without samples.
    Value difference() const;
};

// 95 % of second - first: Newcombe 1998 (Statistics in Medicine 17, 2635), method 10: the Wilson intervals of
// both shares squared and added, with their correlation. Nothing without samples. O(1).
std::optional<Interval> pairedDifference95(const PairedShares& shares);

}  // namespace reckoner
