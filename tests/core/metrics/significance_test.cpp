#include "core/metrics/significance.h"

#include <cmath>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Significance, QValuesAreThoseOfPAdjust) {
    std::vector<Value> p;
    for (const double value : {.001, .008, .039, .041, .042, .06, .074, .205, .212, .216})
        p.emplace_back(value);
    const double expected[] = {.01, .04, .084, .084, .084, .1, .74 / 7, .216, .216, .216};
    const std::vector<Value> q = benjaminiHochberg(p);
    ASSERT_EQ(q.size(), p.size());
    for (std::size_t i = 0; i < q.size(); ++i)
        EXPECT_NEAR(*q[i], expected[i], 1e-12) << i;
}

TEST(Significance, QValuesKeepTheOrderGivenAndSkipUndefinedOnes) {
    const std::vector<Value> q = benjaminiHochberg({0.9, Value(Reason::NoSamples), 0.01, 0.5});
    EXPECT_NEAR(*q[0], 0.9, 1e-15);
    EXPECT_FALSE(q[1]);
    EXPECT_EQ(q[1].why, Reason::NoSamples);
    EXPECT_NEAR(*q[2], 0.03, 1e-15);
    EXPECT_NEAR(*q[3], 0.75, 1e-15);
    EXPECT_TRUE(benjaminiHochberg({}).empty());
}

TEST(Significance, TwoProportionsArePooled) {
    // R: prop.test(c(15, 25), c(50, 50), correct = FALSE)$p.value
    EXPECT_NEAR(*twoProportionP({0.3, 50}, {0.5, 50}), 0.041226833337163815, 1e-12);
    EXPECT_NEAR(*twoProportionP({0.5, 50}, {0.3, 50}), 0.041226833337163815, 1e-12);
}

TEST(Significance, EqualSharesAreNoDifference) {
    EXPECT_EQ(*twoProportionP({0, 10}, {0, 20}), 1.0);
    EXPECT_EQ(*twoProportionP({1, 10}, {1, 20}), 1.0);
    EXPECT_EQ(*twoProportionP({0.5, 10}, {0.5, 20}), 1.0);
}

TEST(Significance, AnEmptySideHasNoP) {
    EXPECT_FALSE(twoProportionP({0, 0}, {0.5, 20}));
    EXPECT_FALSE(twoProportionP({0.5, 20}, {0, 0}));
}

}  // namespace
}  // namespace reckoner
