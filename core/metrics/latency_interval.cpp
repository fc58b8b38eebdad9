#include "core/metrics/latency_interval.h"

#include <algorithm>
#include <cmath>

#include <boost/math/special_functions/beta.hpp>

#include "core/base/random.h"
#include "core/metrics/tally_bootstrap.h"

namespace reckoner {
namespace {

// The quantile of n draws with replacement from n ascending values.
double drawnQuantile(std::span<const double> ascending, double q, Random& random) {
    const auto n = static_cast<double>(ascending.size());
    const double at = q * (n - 1);
    const double below = std::floor(at);
    const auto valueAt = [&](double uniform) {
        const auto index = static_cast<std::size_t>(uniform * n);
        return ascending[std::min(index, ascending.size() - 1)];
    };
    // The (below + 1)-th of n uniforms, then the least of the n - below - 1 above it.
    const double lower = boost::math::ibeta_inv(below + 1, n - below, std::max(random.unit(), 1e-15));
    const double above = n - below - 1;
    if (above < 1 || at == below) return valueAt(lower);
    const double upper = lower + (1 - lower) * (1 - std::pow(1 - random.unit(), 1 / above));
    return valueAt(lower) + (at - below) * (valueAt(upper) - valueAt(lower));
}

}  // namespace

std::optional<Interval> quantileInterval(std::span<const double> ascending, double q,
                                         std::uint32_t replicates, std::uint64_t seed) {
    if (ascending.size() < 2) return std::nullopt;
    std::vector<double> values(replicates);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        Random random(seed, replicate);
        values[replicate] = drawnQuantile(ascending, q, random);
    }
    return percentile95(std::move(values));
}

std::optional<Interval> quantileDifferenceInterval(std::span<const double> first,
                                                   std::span<const double> second, double q,
                                                   std::uint32_t replicates, std::uint64_t seed) {
    if (first.size() < 2 || second.size() < 2) return std::nullopt;
    std::vector<double> values(replicates);
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        Random ofFirst(seed, replicate), ofSecond(seed + 1, replicate);
        values[replicate] = drawnQuantile(second, q, ofSecond) - drawnQuantile(first, q, ofFirst);
    }
    return percentile95(std::move(values));
}

}  // namespace reckoner
