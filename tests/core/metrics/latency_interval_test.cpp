#include "core/metrics/latency_interval.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/latency.h"
#include "core/metrics/tally_bootstrap.h"

namespace reckoner {
namespace {

std::vector<double> latencies(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i)
        values.push_back(20 - 8 * std::log(1 - random.unit()));
    std::sort(values.begin(), values.end());
    return values;
}

// Drawn sample by sample.
Interval plainly(const std::vector<double>& values, double q) {
    std::vector<double> replicates;
    for (std::uint32_t r = 0; r < 4'000; ++r) {
        Random random(99, r);
        std::vector<double> drawn;
        for (std::size_t i = 0; i < values.size(); ++i)
            drawn.push_back(values[random.below(values.size())]);
        std::sort(drawn.begin(), drawn.end());
        replicates.push_back(quantile(drawn, q));
    }
    return *percentile95(replicates);
}

TEST(LatencyInterval, IsThatOfDrawingSampleBySample) {
    for (const std::size_t n : {40U, 333U})
        for (const double q : {0.5, 0.95, 0.99}) {
            const std::vector<double> values = latencies(n, n);
            const Interval expected = plainly(values, q);
            const auto got = quantileInterval(values, q, 4'000);
            ASSERT_TRUE(got);
            const double width = expected.hi - expected.lo;
            EXPECT_NEAR(got->lo, expected.lo, 0.12 * width) << n << " " << q;
            EXPECT_NEAR(got->hi, expected.hi, 0.12 * width) << n << " " << q;
        }
}

TEST(LatencyInterval, HoldsTheValueAndIsTheSameEveryTime) {
    const std::vector<double> values = latencies(2'000, 1);
    const auto interval = quantileInterval(values, 0.95);
    EXPECT_LE(interval->lo, quantile(values, 0.95));
    EXPECT_GE(interval->hi, quantile(values, 0.95));
    EXPECT_EQ(interval->lo, quantileInterval(values, 0.95)->lo);
    EXPECT_FALSE(quantileInterval(std::vector<double>{3}, 0.5));
    const std::vector<double> same(10, 4.0);
    EXPECT_EQ(quantileInterval(same, 0.95)->hi, 4);
}

TEST(LatencyInterval, ASlowerVersionIsSeenToBeSlower) {
    const std::vector<double> before = latencies(3'000, 1);
    std::vector<double> now = latencies(3'000, 2);
    for (double& value : now)
        value *= 1.3;
    const auto interval = quantileDifferenceInterval(before, now, 0.95);
    EXPECT_GT(interval->lo, 0);
    const auto none = quantileDifferenceInterval(before, before, 0.95);
    EXPECT_LT(none->lo, 0);
    EXPECT_GT(none->hi, 0);
}

}  // namespace
}  // namespace reckoner
