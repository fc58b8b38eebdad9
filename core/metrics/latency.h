// How long the model took.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/value.h"

namespace reckoner {

struct LatencyNumbers {
    std::uint64_t n = 0;  // finite values; missing and not finite ones are left out
    Value mean;
    Value standardDeviation;  // of a sample: n - 1
    Value min;
    Value p50;
    Value p90;
    Value p95;
    Value p99;
    Value max;
};
// Percentiles by linear interpolation (numpy's default). O(n log n).
LatencyNumbers latencyNumbers(std::span<const double> values);

// The q-th quantile of ascending values by linear interpolation (R's type 7). Precondition: not empty, q in
// [0, 1].
double quantile(std::span<const double> ascending, double q);

}  // namespace reckoner
