#include "core/cost/sum_interval.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "core/metrics/intervals.h"
#include "core/metrics/resampler.h"

namespace reckoner {
namespace {

constexpr std::size_t kResampledAtMost = 50'000;

double quantile(const std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// The interval a percentile bootstrap of a sum converges to, in one pass (Welford 1962).
Interval normal95(std::span<const double> values, const TaskContext& context) {
    double mean = 0;
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i % 1'000'000 == 0) context.checkCancelled();
        const double delta = values[i] - mean;
        mean += delta / static_cast<double>(i + 1);
        squares += delta * (values[i] - mean);
    }
    const auto count = static_cast<double>(values.size());
    const double error = kZ95 * std::sqrt(squares);
    return {mean * count - error, mean * count + error};
}

}  // namespace

Interval sumInterval95(std::span<const double> values, const TaskContext& context) {
    if (values.size() > kResampledAtMost) return normal95(values, context);
    std::vector<double> totals(kReplicates);
    for (std::uint32_t replicate = 0; replicate < kReplicates; ++replicate) {
        if (replicate % 64 == 0) context.checkCancelled();
        Random random(kBootstrapSeed, replicate);
        double total = 0;
        for (std::size_t draw = 0; draw < values.size(); ++draw)
            total += values[static_cast<std::size_t>(random.below(values.size()))];
        totals[replicate] = total;
    }
    std::sort(totals.begin(), totals.end());
    return {quantile(totals, 0.025), quantile(totals, 0.975)};
}

}  // namespace reckoner
