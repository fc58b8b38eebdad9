#include "core/metrics/latency_difference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/latency.h"

namespace reckoner {
namespace {

std::vector<double> latencies(std::uint64_t seed, std::size_t n, double scale) {
    Random random(seed);
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i)
        values.push_back(scale * std::exp(0.5 * random.normal()));
    return values;
}

// The plain bootstrap: n draws with replacement, the quantile of each.
Interval plainBootstrap(const std::vector<double>& first, const std::vector<double>& second, double q) {
    Random random(99);
    std::vector<double> differences;
    const auto draw = [&](const std::vector<double>& from) {
        std::vector<double> drawn;
        for (std::size_t i = 0; i < from.size(); ++i)
            drawn.push_back(from[random.below(from.size())]);
        std::sort(drawn.begin(), drawn.end());
        return quantile(drawn, q);
    };
    for (int r = 0; r < 2'000; ++r)
        differences.push_back(draw(second) - draw(first));
    std::sort(differences.begin(), differences.end());
    return {quantile(differences, 0.025), quantile(differences, 0.975)};
}

TEST(LatencyDifference, AgreesWithThePlainBootstrap) {
    const auto slow = latencies(1, 400, 30);
    const auto fast = latencies(2, 400, 20);
    const auto interval = quantileDifference95(slow, fast, 0.95);
    ASSERT_TRUE(interval);
    const Interval plain = plainBootstrap(slow, fast, 0.95);
    const double width = plain.hi - plain.lo;
    EXPECT_NEAR(interval->lo, plain.lo, 0.15 * width);
    EXPECT_NEAR(interval->hi, plain.hi, 0.15 * width);
    EXPECT_LT(interval->hi, 0);
}

TEST(LatencyDifference, TheSameSeedGivesTheSameInterval) {
    const auto slow = latencies(1, 50, 30);
    const auto fast = latencies(2, 60, 20);
    const auto once = quantileDifference95(slow, fast, 0.5);
    const auto again = quantileDifference95(slow, fast, 0.5);
    ASSERT_TRUE(once && again);
    EXPECT_EQ(once->lo, again->lo);
    EXPECT_EQ(once->hi, again->hi);
}

TEST(LatencyDifference, TooFewValuesSayNothing) {
    auto few = latencies(1, 25, 30);
    EXPECT_TRUE(quantileDifference95(few, few, 0.95));
    for (std::size_t i = 0; i < 6; ++i)
        few[i] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(quantileDifference95(few, latencies(2, 60, 20), 0.95));
}

}  // namespace
}  // namespace reckoner
