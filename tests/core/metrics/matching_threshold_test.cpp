#include "core/metrics/matching_threshold.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/random_run.h"

namespace reckoner {
namespace {

TEST(PrevalenceThreshold, FlagsTheShareOfPositivesAndNoScoreHigherDoes) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const test::RandomRun run({.samples = 80, .distinct = seed % 2 ? 7 : 0, .weighted = seed % 3 == 0},
                                  seed);
        const auto sweep = run.sweep();
        const double threshold = prevalenceThreshold(*sweep);
        const auto enough = [&](double t) {
            const Tally tally = sweep->at(t);
            return tally.tp.weight + tally.fp.weight >= tally.tp.weight + tally.fn.weight;
        };
        EXPECT_TRUE(enough(threshold)) << seed;
        for (const double score : run.scores)
            EXPECT_FALSE(score > threshold && enough(score)) << seed << " " << score;
    }
}

TEST(PrevalenceThreshold, WithoutPositivesNobodyIsFlagged) {
    const test::RandomRun run({.samples = 20, .positives = 0}, 3);
    EXPECT_TRUE(std::isinf(prevalenceThreshold(*run.sweep())));
}

TEST(MatchingThreshold, OfTwoAsNearItTakesTheOneThatFlagsFewer) {
    const std::vector<double> scores{0.9, 0.9, 0.1};
    const std::vector<std::uint8_t> positives{1, 0, 0};
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    EXPECT_TRUE(std::isinf(thresholdFlagging(*sweep, 0, Matching::Nearest)));
    EXPECT_EQ(thresholdFlagging(*sweep, 0.7, Matching::Nearest), 0.9);
    EXPECT_EQ(thresholdFlagging(*sweep, 1, Matching::Nearest), 0.1);
    // Half way between none and two of three.
    EXPECT_TRUE(std::isinf(thresholdFlagging(*sweep, 1.0 / 3, Matching::Nearest)));
    EXPECT_EQ(thresholdFlagging(*sweep, 1.0 / 3, Matching::AtLeast), 0.9);
}

}  // namespace
}  // namespace reckoner
