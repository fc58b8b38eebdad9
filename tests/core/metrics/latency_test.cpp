#include "core/metrics/latency.h"

#include <limits>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Latency, InterpolatesBetweenValues) {
    const std::vector<double> values{1, 2, 3, 4};
    EXPECT_EQ(quantile(values, 0), 1);
    EXPECT_EQ(quantile(values, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(quantile(values, 0.9), 3.7);
    EXPECT_EQ(quantile(values, 1), 4);
    const std::vector<double> one{7};
    EXPECT_EQ(quantile(one, 0.95), 7);
}

TEST(Latency, LeavesOutWhatIsNoNumber) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> values{4, nan, 1, std::numeric_limits<double>::infinity(), 3, 2};
    const LatencyNumbers numbers = latencyNumbers(values);
    EXPECT_EQ(numbers.n, 4u);
    EXPECT_EQ(*numbers.mean, 2.5);
    EXPECT_NEAR(*numbers.standardDeviation, 1.2909944487358056, 1e-15);
    EXPECT_EQ(*numbers.min, 1);
    EXPECT_EQ(*numbers.max, 4);
}

TEST(Latency, SaysWhenThereIsNothing) {
    EXPECT_EQ(latencyNumbers({}).p95.why, Reason::NoSamples);
    const std::vector<double> one{3};
    EXPECT_EQ(latencyNumbers(one).standardDeviation.why, Reason::TooFew);
    EXPECT_EQ(*latencyNumbers(one).p95, 3);
}

}  // namespace
}  // namespace reckoner
