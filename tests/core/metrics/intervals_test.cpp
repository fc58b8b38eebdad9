#include "core/metrics/intervals.h"

#include <cmath>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Intervals, WilsonOfSevenInTwenty) {
    const auto interval = wilson95(7, 20);
    EXPECT_NEAR(interval->lo, 0.181192, 5e-7);
    EXPECT_NEAR(interval->hi, 0.567146, 5e-7);
}

TEST(Intervals, ClopperPearsonOfSevenInTwenty) {
    const auto interval = clopperPearson95(7, 20);
    EXPECT_NEAR(interval->lo, 0.153909, 5e-7);
    EXPECT_NEAR(interval->hi, 0.592189, 5e-7);
}

TEST(Intervals, ABoundAtTheEndIsExact) {
    EXPECT_EQ(wilson95(0, 17)->lo, 0.0);
    EXPECT_EQ(wilson95(17, 17)->hi, 1.0);
    EXPECT_EQ(clopperPearson95(0, 17)->lo, 0.0);
    EXPECT_EQ(clopperPearson95(17, 17)->hi, 1.0);
    // Closed forms: Wilson z^2 / (n + z^2), Clopper-Pearson 1 - 0.025^(1/n).
    EXPECT_NEAR(wilson95(0, 17)->hi, kZ95 * kZ95 / (17 + kZ95 * kZ95), 1e-14);
    EXPECT_NEAR(clopperPearson95(0, 17)->hi, 1 - std::pow(0.025, 1.0 / 17), 1e-14);
    EXPECT_NEAR(clopperPearson95(17, 17)->lo, std::pow(0.025, 1.0 / 17), 1e-14);
}

TEST(Intervals, NoTrialsNoInterval) {
    EXPECT_FALSE(wilson95(0, 0));
    EXPECT_FALSE(wilson95Weighted(0, 0, 0));
    EXPECT_FALSE(clopperPearson95(0, 0));
}

TEST(Intervals, EveryIntervalHoldsItsShareAndLiesInTheUnitRange) {
    for (int n = 1; n <= 60; ++n)
        for (int k = 0; k <= n; ++k)
            for (const auto interval : {wilson95(k, n), clopperPearson95(k, n)}) {
                EXPECT_LE(0.0, interval->lo);
                EXPECT_LE(interval->lo, static_cast<double>(k) / n + 1e-15);
                EXPECT_LE(static_cast<double>(k) / n - 1e-15, interval->hi);
                EXPECT_LE(interval->hi, 1.0);
            }
}

TEST(Intervals, ClopperPearsonHasTheTailsItPromises) {
    const auto interval = clopperPearson95(3, 12);
    const auto upTo = [](int k, int n, double p) {
        double sum = 0;
        for (int i = 0; i <= k; ++i)
            sum += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1)) *
                   std::pow(p, i) * std::pow(1 - p, n - i);
        return sum;
    };
    EXPECT_NEAR(upTo(3, 12, interval->hi), 0.025, 1e-12);
    EXPECT_NEAR(1 - upTo(2, 12, interval->lo), 0.025, 1e-12);
}

TEST(Intervals, LargeSamplesStayFinite) {
    const auto wilson = wilson95(1e9, 4e9);
    const auto exact = clopperPearson95(1e9, 4e9);
    EXPECT_NEAR(wilson->lo, exact->lo, 1e-8);
    EXPECT_NEAR(wilson->hi, exact->hi, 1e-8);
}

TEST(Intervals, WeightsCountAsTheEffectiveNumberOfSamples) {
    // Equal weights change nothing, whatever they are.
    const auto plain = wilson95(7, 20);
    const auto doubled = wilson95Weighted(14, 40, 80);
    EXPECT_NEAR(plain->lo, doubled->lo, 1e-15);
    EXPECT_NEAR(plain->hi, doubled->hi, 1e-15);
    // Weights 1, 1, 8: n_eff = 100 / 66.
    const auto skewed = wilson95Weighted(1, 10, 66);
    const auto expected = wilson95(0.1 * 100 / 66, 100.0 / 66);
    EXPECT_NEAR(skewed->lo, expected->lo, 1e-15);
    EXPECT_NEAR(skewed->hi, expected->hi, 1e-15);
}

}  // namespace
}  // namespace reckoner
