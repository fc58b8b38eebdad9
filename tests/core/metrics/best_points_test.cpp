#include "core/metrics/best_points.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/support/random_run.h"

namespace reckoner {
namespace {

constexpr double kNobodyFlagged = std::numeric_limits<double>::infinity();

TEST(BestPoints, AreTheBestOfAllScoresTheHighestOnTies) {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        const test::RandomRun run({150, seed % 2 ? 0 : 9, 0.4, seed % 3 == 0, 0, 1, false}, seed);
        const auto sweep = run.sweep();
        const Tally all = run.countAt(kNobodyFlagged);
        double f1 = -1;
        double precise = -1;
        double quiet = -1;
        std::optional<double> f1At;
        std::optional<double> preciseAt;
        double quietAt = kNobodyFlagged;
        for (const double threshold : run.candidates()) {
            if (threshold == kNobodyFlagged) continue;
            const Tally t = sweep->at(threshold);
            const double here = 2 * t.tp.weight / (2 * t.tp.weight + t.fp.weight + t.fn.weight);
            if (here > f1) f1 = here, f1At = threshold;
            const double flagged = t.tp.weight + t.fp.weight;
            if (t.tp.weight > 0 && t.tp.weight / flagged >= 0.6 && t.tp.weight > precise)
                precise = t.tp.weight, preciseAt = threshold;
            if (t.fp.weight / all.tn.weight <= 0.2 && t.tp.weight > std::max(0.0, quiet))
                quiet = t.tp.weight, quietAt = threshold;
        }
        EXPECT_EQ(bestF1(*sweep)->threshold, f1At) << seed;
        const auto precisePoint = bestRecallWithPrecision(*sweep, 0.6);
        EXPECT_EQ(precisePoint ? std::optional(precisePoint->threshold) : std::nullopt, preciseAt) << seed;
        EXPECT_EQ(bestRecallWithFpr(*sweep, 0.2)->threshold, quietAt) << seed;
    }
}

TEST(BestPoints, SayWhenNothingQualifies) {
    const std::vector<double> scores{0.9, 0.8, 0.1};
    const std::vector<std::uint8_t> positives{0, 1, 0};
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    EXPECT_EQ(bestRecallWithPrecision(*sweep, 0.9), std::nullopt);
    EXPECT_EQ(bestRecallWithFpr(*sweep, 0.1)->threshold, kNobodyFlagged);
    EXPECT_EQ(bestRecallWithFpr(*sweep, 0.5)->threshold, 0.8);
    const std::vector<std::uint8_t> negatives{0, 0, 0};
    const auto single = ThresholdSweep::build(scores, negatives, {}, {}, {}, 1);
    EXPECT_EQ(bestF1(*single), std::nullopt);
    EXPECT_EQ(bestYouden(*single), std::nullopt);
    EXPECT_EQ(bestRecallWithFpr(*single, 0.5), std::nullopt);
}

TEST(TopShare, TakesTiesInFileOrderAndSaysSo) {
    const std::vector<double> scores{0.5, 0.9, 0.5, 0.5, 0.1};
    const std::vector<std::uint8_t> positives{1, 1, 0, 0, 0};
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    const TopShare top = topShare(*sweep, 0.4);
    EXPECT_EQ(top.k, 2u);
    EXPECT_EQ(top.positives, 2u);
    EXPECT_DOUBLE_EQ(*top.capture, 1);
    EXPECT_DOUBLE_EQ(*top.lift, 2.5);
    EXPECT_TRUE(top.cutFallsInATie);
    const auto empty = ThresholdSweep::build({}, {}, {}, {}, {}, 1);
    EXPECT_EQ(topShare(*empty, 0.1).lift.why, Reason::NoSamples);
}

}  // namespace
}  // namespace reckoner
