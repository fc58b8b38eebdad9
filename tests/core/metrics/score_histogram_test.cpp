#include "core/metrics/score_histogram.h"

#include <limits>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(ScoreHistogram, CountsEverySampleOnceAndLeavesOutWhatStandsAtInfinity) {
    const double endless = std::numeric_limits<double>::infinity();
    const std::vector<double> scores{-1, 0, 0.1, 0.25, 0.5, 0.99, 1, 3, endless};
    const std::vector<std::uint8_t> positives{1, 0, 0, 1, 1, 0, 1, 0, 1};
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    const ScoreHistogram bars = scoreHistogram(*sweep, 0, 1, 4);
    EXPECT_EQ(bars.positives, (std::vector<std::uint64_t>{1, 1, 1, 1}));
    EXPECT_EQ(bars.negatives, (std::vector<std::uint64_t>{2, 0, 0, 2}));
}

}  // namespace
}  // namespace reckoner
