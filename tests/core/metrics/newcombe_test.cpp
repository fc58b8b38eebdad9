#include "core/metrics/newcombe.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

// Newcombe 1998, table II, method 10, case (a): 56/70 - 48/80 = 0.2, interval 0.0524 to 0.3339.
TEST(Newcombe, ThePublishedExample) {
    const auto interval = newcombe95({48, 80, 80}, {56, 70, 70});
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->lo, 0.0524, 5e-5);
    EXPECT_NEAR(interval->hi, 0.3339, 5e-5);
}

TEST(Newcombe, TurnedRoundItIsTheMirrorImage) {
    const auto there = newcombe95({9, 10, 10}, {3, 10, 10});
    const auto back = newcombe95({3, 10, 10}, {9, 10, 10});
    ASSERT_TRUE(there && back);
    EXPECT_DOUBLE_EQ(there->lo, -back->hi);
    EXPECT_DOUBLE_EQ(there->hi, -back->lo);
}

TEST(Newcombe, NothingToSayWithoutTrials) {
    EXPECT_FALSE(newcombe95({0, 0, 0}, {3, 10, 10}));
    EXPECT_FALSE(newcombe95({3, 10, 10}, {0, 0, 0}));
}

TEST(Newcombe, UnequalWeightsWidenIt) {
    const auto plain = newcombe95({30, 100, 100}, {50, 100, 100});
    const auto weighted = newcombe95({30, 100, 400}, {50, 100, 400});
    ASSERT_TRUE(plain && weighted);
    EXPECT_LT(weighted->lo, plain->lo);
    EXPECT_GT(weighted->hi, plain->hi);
}

}  // namespace
}  // namespace reckoner
