// Scores in order, highest first: a stable radix sort on 64-bit keys.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/task_context.h"

namespace reckoner {

// Keys ascend where scores descend; -0.0 has the key of 0.0. Precondition: not NaN.
inline std::uint64_t descendingKey(double score) {
    const auto bits = std::bit_cast<std::uint64_t>(score == 0 ? 0.0 : score);
    return bits >> 63 ? bits : ~bits & 0x7FFF'FFFF'FFFF'FFFFULL;
}
inline double scoreOfKey(std::uint64_t key) {
    return std::bit_cast<double>(key >> 63 ? key : ~key & 0x7FFF'FFFF'FFFF'FFFFULL);
}

struct OrderedScore {
    std::uint64_t key;       // descendingKey of the score
    std::uint32_t position;  // where it stood
    std::uint32_t payload;   // travels along
};

// Highest score first; equal scores stay in their order. payload is empty or beside scores. O(n) time for
// scores that are spread out, O(n log n) at worst; 16 bytes a score. Throws Error{Cancelled}.
std::vector<OrderedScore> orderScores(std::span<const double> scores, std::span<const std::uint32_t> payload,
                                      const TaskContext& context = {});

}  // namespace reckoner
