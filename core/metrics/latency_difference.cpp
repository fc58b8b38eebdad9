#include "core/metrics/latency_difference.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <boost/math/special_functions/beta.hpp>

#include "core/base/random.h"
#include "core/metrics/latency.h"

namespace reckoner {
namespace {

constexpr std::size_t kFewest = 20;

std::vector<double> sortedFinite(std::span<const double> values) {
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
                 [](double value) { return std::isfinite(value); });
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

double replicate(const std::vector<double>& sorted, double q, double u) {
    const auto n = static_cast<double>(sorted.size());
    const double k = std::clamp(std::floor(q * (n - 1)) + 1, 1.0, n);
    const double share = boost::math::ibeta_inv(k, n - k + 1, u);
    const auto place = static_cast<std::size_t>(share * n);
    return sorted[std::min(place, sorted.size() - 1)];
}

}  // namespace

std::optional<Interval> quantileDifference95(std::span<const double> first, std::span<const double> second,
                                             double q, std::uint64_t seed) {
    const std::vector<double> before = sortedFinite(first);
    const std::vector<double> now = sortedFinite(second);
    if (before.size() < kFewest || now.size() < kFewest) return std::nullopt;
    std::vector<double> differences;
    differences.reserve(kReplicates);
    for (std::uint32_t r = 0; r < kReplicates; ++r) {
        Random random(seed, r);
        const double u = random.unit();
        const double v = random.unit();
        differences.push_back(replicate(now, q, v) - replicate(before, q, u));
    }
    std::sort(differences.begin(), differences.end());
    return Interval{quantile(differences, 0.025), quantile(differences, 0.975)};
}

}  // namespace reckoner
