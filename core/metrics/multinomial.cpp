#include "core/metrics/multinomial.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace reckoner {
namespace {

// log k! minus its Stirling approximation.
double stirlingTail(double k) {
    static constexpr std::array<double, 10> kTails = {
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287};
    if (k <= 9) return kTails[static_cast<std::size_t>(k)];
    const double square = (k + 1) * (k + 1);
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
}

// Walks up the distribution from 0. Precondition: p <= 1/2, the mean is small.
std::uint64_t byInversion(Random& random, std::uint64_t trials, double p) {
    const double odds = p / (1 - p);
    const double none = std::exp(static_cast<double>(trials) * std::log1p(-p));
    while (true) {
        double left = random.unit();
        double share = none;
        for (std::uint64_t k = 0; k <= trials; ++k) {
            if (left < share) return k;
            left -= share;
            share *= odds * (static_cast<double>(trials - k) / static_cast<double>(k + 1));
        }
        // What rounding left over: draw again.
    }
}

// Transformed rejection with squeeze. Precondition: p <= 1/2, trials x p >= 10.
std::uint64_t byRejection(Random& random, std::uint64_t trials, double p) {
    const auto n = static_cast<double>(trials);
    const double spread = std::sqrt(n * p * (1 - p));
    const double b = 1.15 + 2.53 * spread;
    const double a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double c = n * p + 0.5;
    const double squeeze = 0.92 - 4.2 / b;
    const double odds = p / (1 - p);
    const double alpha = (2.83 + 5.1 / b) * spread;
    const double m = std::floor((n + 1) * p);
    while (true) {
        const double u = random.unit() - 0.5;
        double v = random.unit();
        const double us = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / us + b) * u + c);
        if (us >= 0.07 && v <= squeeze) return static_cast<std::uint64_t>(k);
        if (!(k >= 0 && k <= n)) continue;
        v = std::log(v * alpha / (a / (us * us) + b));
        const double bound = (m + 0.5) * std::log((m + 1) / (odds * (n - m + 1))) +
                             (n + 1) * std::log((n - m + 1) / (n - k + 1)) +
                             (k + 0.5) * std::log(odds * (n - k + 1) / (k + 1)) + stirlingTail(m) +
                             stirlingTail(n - m) - stirlingTail(k) - stirlingTail(n - k);
        if (v <= bound) return static_cast<std::uint64_t>(k);
    }
}

}  // namespace

std::uint64_t binomial(Random& random, std::uint64_t trials, double p) {
    constexpr double kInvertBelow = 10;
    if (trials == 0 || !(p > 0)) return 0;
    if (p >= 1) return trials;
    if (p > 0.5) return trials - binomial(random, trials, 1 - p);
    return static_cast<double>(trials) * p < kInvertBelow ? byInversion(random, trials, p)
                                                          : byRejection(random, trials, p);
}

void resampleCounts(Random& random, std::span<const std::uint64_t> counts, std::span<std::uint64_t> drawn) {
    assert(drawn.size() == counts.size());
    std::uint64_t left = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    std::uint64_t toDraw = left;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        drawn[i] = counts[i] == left
                       ? toDraw
                       : binomial(random, toDraw, static_cast<double>(counts[i]) / static_cast<double>(left));
        toDraw -= drawn[i];
        left -= counts[i];
    }
}

}  // namespace reckoner
