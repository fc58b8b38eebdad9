#include "core/metrics/latency.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/block_sum.h"

namespace reckoner {

double quantile(std::span<const double> ascending, double q) {
    const double place = q * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    const double step = place - static_cast<double>(below);
    return ascending[below] + (ascending[above] - ascending[below]) * step;
}

LatencyNumbers latencyNumbers(std::span<const double> values) {
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
                 [](double value) { return std::isfinite(value); });
    std::sort(sorted.begin(), sorted.end());
    LatencyNumbers result;
    result.n = sorted.size();
    if (sorted.empty()) {
        for (Value* value : {&result.mean, &result.standardDeviation, &result.min, &result.p50, &result.p90,
                             &result.p95, &result.p99, &result.max})
            *value = Reason::NoSamples;
        return result;
    }
    BlockSum sum;
    for (const double value : sorted)
        sum.add(value);
    const double mean = sum.value() / static_cast<double>(sorted.size());
    BlockSum squares;
    for (const double value : sorted)
        squares.add((value - mean) * (value - mean));
    result.mean = mean;
    if (sorted.size() < 2)
        result.standardDeviation = Reason::TooFew;
    else
        result.standardDeviation = std::sqrt(squares.value() / static_cast<double>(sorted.size() - 1));
    result.min = sorted.front();
    result.p50 = quantile(sorted, 0.5);
    result.p90 = quantile(sorted, 0.9);
    result.p95 = quantile(sorted, 0.95);
    result.p99 = quantile(sorted, 0.99);
    result.max = sorted.back();
    return result;
}

}  // namespace reckoner
