#include "core/metrics/significance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/metrics/intervals.h"

namespace reckoner {

Value twoProportionP(const Share& a, const Share& b) {
    if (!(a.trials > 0) || !(b.trials > 0)) return Reason::NoSamples;
    const double pooled = (a.share * a.trials + b.share * b.trials) / (a.trials + b.trials);
    const double variance = pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials);
    if (!(variance > 0)) return 1.0;
    const double z = (a.share - b.share) / std::sqrt(variance);
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

std::optional<Interval> newcombe95(const Share& a, const Share& b) {
    const auto one = wilson95(a.share * a.trials, a.trials);
    const auto two = wilson95(b.share * b.trials, b.trials);
    if (!one || !two) return std::nullopt;
    const double difference = a.share - b.share;
    return Interval{difference - std::hypot(a.share - one->lo, two->hi - b.share),
                    difference + std::hypot(one->hi - a.share, b.share - two->lo)};
}

std::vector<Value> benjaminiHochberg(const std::vector<Value>& p) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (p[i]) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&p](std::size_t a, std::size_t b) { return *p[a] < *p[b]; });

    std::vector<Value> q = p;
    const auto tests = static_cast<double>(order.size());
    double smallest = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        smallest = std::min(smallest, *p[i] * (tests / static_cast<double>(rank)));
        q[i] = smallest;
    }
    return q;
}

}  // namespace reckoner
