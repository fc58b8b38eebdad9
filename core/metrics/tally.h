// The sums every count metric and every cost is computed from.
#pragma once

#include <array>
#include <cstdint>

namespace reckoner {

// Amount columns a sweep can carry at once (one measure a distinct column of the cost model).
inline constexpr std::size_t kMaxMeasures = 4;

struct Sums {
    std::uint64_t n = 0;                         // samples, without weights
    double weight = 0;                           // sum of weights (= n without a weight column)
    double weightSq = 0;                         // sum of squared weights
    std::array<double, kMaxMeasures> amounts{};  // sum of weight x amount; a missing amount adds 0

    Sums& operator+=(const Sums& other);
    Sums& operator-=(const Sums& other);
};

// The confusion matrix at one threshold.
struct Tally {
    Sums tp;
    Sums fp;
    Sums fn;
    Sums tn;

    Tally& operator+=(const Tally& other);
    std::uint64_t n() const { return tp.n + fp.n + fn.n + tn.n; }
    std::uint64_t flagged() const { return tp.n + fp.n; }
    std::uint64_t positives() const { return tp.n + fn.n; }
    std::uint64_t negatives() const { return fp.n + tn.n; }
    double weight() const { return tp.weight + fp.weight + fn.weight + tn.weight; }
};

}  // namespace reckoner
