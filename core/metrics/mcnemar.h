// Whether two versions are wrong about as often on the same samples. Source: METRICS.md, "Uncertainty".
#pragma once

#include <cstdint>

namespace reckoner {

// Only the samples that one of the two gets right speak.
struct McNemar {
    std::uint64_t b = 0;  // the first right, the second wrong: broken
    std::uint64_t c = 0;  // the first wrong, the second right: fixed
    double exactP = 1;    // min(1, 2 P(Bin(b + c, 1/2) <= min(b, c)))
    double midP = 1;      // with half the weight on min(b, c) itself
};

// Two-sided; both p are 1 when b + c = 0. O(1).
McNemar mcnemar(std::uint64_t b, std::uint64_t c);

}  // namespace reckoner
