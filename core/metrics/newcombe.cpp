#include "core/metrics/newcombe.h"

#include <cmath>

#include "core/metrics/intervals.h"

namespace reckoner {

std::optional<Interval> newcombe95(const MetricEntry::Proportion& first,
                                   const MetricEntry::Proportion& second) {
    const auto a = wilson95Weighted(first.successes, first.trials, first.weightSq);
    const auto b = wilson95Weighted(second.successes, second.trials, second.weightSq);
    if (!a || !b) return std::nullopt;
    const double p = first.successes / first.trials;
    const double q = second.successes / second.trials;
    return Interval{q - p - std::hypot(q - b->lo, a->hi - p), q - p + std::hypot(b->hi - q, p - a->lo)};
}

}  // namespace reckoner
