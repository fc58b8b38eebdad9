// What became of the same samples from one version to the next.
#pragma once

#include <cstdint>

namespace reckoner {

struct Flips {
    std::uint64_t fixed = 0;   // wrong before, right now
    std::uint64_t broken = 0;  // right before, wrong now
    std::uint64_t stillWrong = 0;
    std::uint64_t stillRight = 0;

    void add(bool rightBefore, bool rightNow) {
        ++(rightBefore ? (rightNow ? stillRight : broken) : (rightNow ? fixed : stillWrong));
    }
    std::uint64_t n() const { return fixed + broken + stillWrong + stillRight; }
};

}  // namespace reckoner
