#include "core/metrics/intervals.h"

#include <algorithm>
#include <cmath>

#include <boost/math/special_functions/beta.hpp>

namespace reckoner {
namespace {

constexpr double kTail = 0.025;

Interval wilson(double share, double trials) {
    const double z2 = kZ95 * kZ95;
    const double centre = share + z2 / (2 * trials);
    const double reach =
        kZ95 * std::sqrt(std::max(0.0, share * (1 - share)) / trials + z2 / (4 * trials * trials));
    const double scale = 1 + z2 / trials;
    // At 0 and 1 the formula is exact up to rounding; the bound itself is known.
    const double lo = share <= 0 ? 0 : std::clamp((centre - reach) / scale, 0.0, 1.0);
    const double hi = share >= 1 ? 1 : std::clamp((centre + reach) / scale, 0.0, 1.0);
    return {lo, hi};
}

}  // namespace

std::optional<Interval> wilson95(double successes, double trials) {
    if (!(trials > 0)) return std::nullopt;
    return wilson(successes / trials, trials);
}

std::optional<Interval> wilson95Weighted(double successes, double trials, double weightSq) {
    if (!(trials > 0) || !(weightSq > 0)) return std::nullopt;
    return wilson(successes / trials, trials * trials / weightSq);
}

std::optional<Interval> clopperPearson95(double successes, double trials) {
    if (!(trials > 0)) return std::nullopt;
    const double failures = trials - successes;
    const double lo = successes <= 0 ? 0 : boost::math::ibeta_inv(successes, failures + 1, kTail);
    const double hi = failures <= 0 ? 1 : boost::math::ibetac_inv(successes + 1, failures, kTail);
    return Interval{lo, hi};
}

}  // namespace reckoner
