#include "core/metrics/paired_shares.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

// Newcombe 1998 (paired), table: 36 in both, 12 in the first alone, 2 in the second alone, 0 in neither:
// method 10 gives 0.0569 to 0.3404 for first - second.
TEST(PairedShares, ThePublishedExample) {
    const auto interval = pairedDifference95({36, 12, 2, 0});
    ASSERT_TRUE(interval);
    EXPECT_NEAR(-interval->hi, 0.0569, 5e-5);
    EXPECT_NEAR(-interval->lo, 0.3404, 5e-5);
}

TEST(PairedShares, TurnedRoundItIsTheMirrorImage) {
    const auto there = pairedDifference95({50, 7, 20, 33});
    const auto back = pairedDifference95({50, 20, 7, 33});
    ASSERT_TRUE(there && back);
    EXPECT_NEAR(there->lo, -back->hi, 1e-12);
    EXPECT_NEAR(there->hi, -back->lo, 1e-12);
}

TEST(PairedShares, WithoutSamplesThereIsNothingToSay) {
    EXPECT_FALSE(pairedDifference95({}));
    EXPECT_EQ(PairedShares{}.difference().why, Reason::NoSamples);
}

TEST(PairedShares, NoChangeAtAllIsAroundZero) {
    const auto interval = pairedDifference95({40, 0, 0, 60});
    ASSERT_TRUE(interval);
    EXPECT_LE(interval->lo, 0);
    EXPECT_GE(interval->hi, 0);
}

// Drawn many times from one truth, about 95 of 100 intervals hold it.
TEST(PairedShares, ItHoldsTheTruthAsOftenAsItSays) {
    Random random(7);
    const double cells[] = {0.55, 0.15, 0.08, 0.22};
    const double truth = cells[2] - cells[1];
    int held = 0;
    constexpr int kTrials = 3'000;
    for (int trial = 0; trial < kTrials; ++trial) {
        PairedShares shares;
        for (int i = 0; i < 120; ++i) {
            const double u = random.unit();
            ++(u < cells[0]                         ? shares.both
               : u < cells[0] + cells[1]            ? shares.onlyFirst
               : u < cells[0] + cells[1] + cells[2] ? shares.onlySecond
                                                    : shares.neither);
        }
        const auto interval = pairedDifference95(shares);
        ASSERT_TRUE(interval);
        held += interval->lo <= truth && truth <= interval->hi ? 1 : 0;
    }
    EXPECT_GT(held, kTrials * 93 / 100);
    EXPECT_LT(held, kTrials * 98 / 100);
}

}  // namespace
}  // namespace reckoner
