#include "core/review/samples_needed.h"

#include <cmath>

#include "core/metrics/intervals.h"

namespace reckoner {
namespace {

constexpr double kMost = 1e12;

bool settledAt(double share, double trials, double bound, bool atMost) {
    const auto interval = clopperPearson95(share * trials, trials);
    return interval && settled(*interval, bound, atMost);
}

}  // namespace

bool settled(const Interval& interval, double bound, bool atMost) {
    return atMost ? interval.hi <= bound || interval.lo > bound : interval.lo >= bound || interval.hi < bound;
}

std::optional<std::uint64_t> moreTrials(double successes, double trials, double bound, bool atMost) {
    if (!(trials > 0)) return std::nullopt;
    const double share = successes / trials;
    if (settledAt(share, trials, bound, atMost)) return 0;
    if (share == bound) return std::nullopt;
    double more = 1;
    while (!settledAt(share, trials + more, bound, atMost)) {
        more *= 2;
        if (more > kMost) return std::nullopt;
    }
    double tooFew = std::floor(more / 2);
    while (more - tooFew > 1) {
        const double middle = std::floor((more + tooFew) / 2);
        (settledAt(share, trials + middle, bound, atMost) ? more : tooFew) = middle;
    }
    return static_cast<std::uint64_t>(more);
}

std::optional<std::uint64_t> moreSamples(double value, const Interval& interval, std::uint64_t n,
                                         double bound, bool atMost) {
    if (settled(interval, bound, atMost)) return 0;
    const double gap = std::abs(value - bound);
    const double distance = value >= bound ? value - interval.lo : interval.hi - value;
    if (!(gap > 0) || !(distance > 0)) return std::nullopt;
    const double ratio = distance / gap;
    const double more = std::ceil(static_cast<double>(n) * ratio * ratio) - static_cast<double>(n);
    if (!(more <= kMost)) return std::nullopt;
    return more > 0 ? static_cast<std::uint64_t>(more) : 1;
}

std::uint64_t samplesFor(std::uint64_t moreTrials, double trials, std::uint64_t n) {
    return static_cast<std::uint64_t>(
        std::ceil(static_cast<double>(moreTrials) * static_cast<double>(n) / trials));
}

}  // namespace reckoner
