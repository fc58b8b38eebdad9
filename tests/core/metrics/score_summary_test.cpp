#include "core/metrics/score_summary.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(ScoreSummary, WeighsMeanAndPrevalence) {
    ScoredRows rows;
    rows.scores = {0.2, 0.8, 0.5};
    rows.positiveBits = {0, 1, 0};
    rows.weights = {1, 3, 0};
    const ScoreSummary summary = scoreSummary(rows);
    EXPECT_EQ(summary.n, 3u);
    EXPECT_EQ(summary.positives, 1u);
    EXPECT_DOUBLE_EQ(*summary.prevalence, 0.75);
    EXPECT_DOUBLE_EQ(*summary.mean, 0.65);
    EXPECT_EQ(*summary.min, 0.2);
    EXPECT_EQ(*summary.max, 0.8);
}

TEST(ScoreSummary, IsUndefinedWithoutSamples) {
    EXPECT_EQ(scoreSummary({}).mean.why, Reason::NoSamples);
    EXPECT_EQ(scoreSummary({}).max.why, Reason::NoSamples);
}

}  // namespace
}  // namespace reckoner
