#include "core/metrics/rank_parts.h"

#include <gtest/gtest.h>

#include "core/metrics/ranking.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

std::vector<double> onesWhere(const test::RandomRun& run) {
    return run.weights.empty() ? std::vector<double>(run.scores.size(), 1.0) : run.weights;
}

RankingNumbers rankedWith(const test::RandomRun& run, const std::vector<double>& weights) {
    return rankingNumbers(*ThresholdSweep::build(run.scores, run.positives, weights, {}, {}, 1));
}

TEST(RankParts, ItsFiguresAreThoseOfTheRanking) {
    for (const bool weighted : {false, true})
        for (const int distinct : {0, 6}) {
            const test::RandomRun run({.samples = 300, .distinct = distinct, .weighted = weighted}, 5);
            const RankParts parts = rankParts(run.scores, run.positives, run.weights);
            const RankingNumbers ranking = rankedWith(run, run.weights);
            EXPECT_NEAR(parts.rocAuc, *ranking.rocAuc, 1e-12);
            EXPECT_NEAR(parts.averagePrecision, *ranking.averagePrecision, 1e-12);
            EXPECT_NEAR(parts.ks, *ranking.ks, 1e-12);
        }
}

TEST(RankParts, APullIsWhatASmallFurtherWeightDoes) {
    const test::RandomRun run({.samples = 60, .distinct = 9, .weighted = true}, 6);
    const RankParts parts = rankParts(run.scores, run.positives, run.weights);
    constexpr double kStep = 1e-6;
    double sum = 0;
    for (std::size_t i = 0; i < run.scores.size(); ++i) {
        std::vector<double> moved = onesWhere(run);
        sum += moved[i] * parts.precisionPulls[i];
        moved[i] += kStep;
        const double change = (*rankedWith(run, moved).averagePrecision - parts.averagePrecision) / kStep;
        EXPECT_NEAR(change, parts.precisionPulls[i] / parts.positives, 1e-5) << i;
    }
    EXPECT_NEAR(sum, 0, 1e-9);
}

TEST(RankParts, BinsFollowTheRankingAndTiesStayTogether) {
    for (const int distinct : {0, 4}) {
        const test::RandomRun run({.samples = 2'000, .distinct = distinct}, 7);
        const RankParts parts = rankParts(run.scores, run.positives, {});
        for (std::size_t i = 1; i < run.scores.size(); ++i) {
            if (run.scores[i] == run.scores[i - 1]) {
                EXPECT_EQ(parts.bins[i], parts.bins[i - 1]);
            }
            if (run.scores[i] > run.scores[i - 1]) {
                EXPECT_LE(parts.bins[i], parts.bins[i - 1]);
            }
            EXPECT_LT(parts.bins[i], RankParts::kBins);
        }
    }
}

}  // namespace
}  // namespace reckoner
