#include "core/metrics/calibration.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/random_run.h"

namespace reckoner {
namespace {

ScoredRows calibrationRows(std::vector<double> scores, std::vector<std::uint8_t> positives,
                           std::vector<double> weights = {}) {
    ScoredRows rows;
    rows.scores = std::move(scores);
    rows.positiveBits = std::move(positives);
    rows.weights = std::move(weights);
    return rows;
}

std::vector<std::uint64_t> countsIn(const Calibration& calibration) {
    std::vector<std::uint64_t> counts;
    for (const CalibrationBin& bin : calibration.bins)
        counts.push_back(bin.count);
    return counts;
}

TEST(Calibration, AScoreOnAnEdgeBelongsToTheBinBelow) {
    const ScoredRows rows = calibrationRows({0, 0.1, 0.2, 0.25, 1}, {0, 0, 0, 1, 1});
    const Calibration right = calibration(rows, ScoreKind::Probability, 10);
    EXPECT_EQ(countsIn(right), (std::vector<std::uint64_t>{2, 1, 1, 0, 0, 0, 0, 0, 0, 1}));
    EXPECT_EQ(right.onInnerEdge, 2u);
    const Calibration left = calibration(rows, ScoreKind::Probability, 10, BinRule::LeftClosed);
    EXPECT_EQ(countsIn(left), (std::vector<std::uint64_t>{1, 1, 2, 0, 0, 0, 0, 0, 0, 1}));
}

// 3 * (1.0 / 10) is 0.30000000000000004: 0.3 lies below it, and not on it.
TEST(Calibration, EdgesAreMultiplesOfTheWidthInDoubles) {
    const ScoredRows rows = calibrationRows({0.3, 0.30000000000000004}, {0, 1});
    EXPECT_EQ(countsIn(calibration(rows, ScoreKind::Probability, 10))[2], 2u);
    EXPECT_EQ(countsIn(calibration(rows, ScoreKind::Probability, 10, BinRule::RightClosedQuotient))[2], 1u);
}

TEST(Calibration, AgreesWithBinsFilledOneByOne) {
    for (const bool weighted : {false, true})
        for (const int bins : {1, 10, 15}) {
            const test::RandomRun run({500, 100, 0.3, weighted, 0, 1, false}, 12);
            const ScoredRows rows = calibrationRows(run.scores, run.positives, run.weights);
            const Calibration result = calibration(rows, ScoreKind::Probability, bins);
            double ece = 0;
            double mce = 0;
            double total = 0;
            for (int b = 0; b < bins; ++b) {
                const double lo = b * (1.0 / bins);
                const double hi = b + 1 == bins ? 1 : (b + 1) * (1.0 / bins);
                double weight = 0;
                double scores = 0;
                double positives = 0;
                for (std::size_t i = 0; i < run.scores.size(); ++i) {
                    const double score = run.scores[i];
                    if (!(score > lo && score <= hi) && !(b == 0 && score == 0)) continue;
                    const double w = weighted ? run.weights[i] : 1;
                    weight += w;
                    scores += w * score;
                    positives += w * run.positives[i];
                }
                total += weight;
                if (weight == 0) continue;
                ece += std::abs(scores - positives);
                mce = std::max(mce, std::abs(scores - positives) / weight);
            }
            EXPECT_NEAR(*result.ece, ece / total, 1e-9);
            EXPECT_NEAR(*result.mce, mce, 1e-9);
        }
}

TEST(Calibration, AnEmptyBinHasNoMean) {
    const Calibration result = calibration(calibrationRows({0.95}, {1}), ScoreKind::Probability, 10);
    EXPECT_EQ(result.bins[0].meanScore.why, Reason::NoSamples);
    EXPECT_EQ(result.bins[0].sharePositive.why, Reason::NoSamples);
    EXPECT_DOUBLE_EQ(*result.ece, 1 - 0.95);
}

TEST(Calibration, IsUndefinedWithoutProbabilities) {
    EXPECT_EQ(calibration(calibrationRows({0.5}, {1}), ScoreKind::Margin).ece.why, Reason::NotProbabilities);
    EXPECT_EQ(calibration(calibrationRows({1.5}, {1}), ScoreKind::Probability).mce.why,
              Reason::NotProbabilities);
    EXPECT_EQ(calibration({}, ScoreKind::Probability).ece.why, Reason::NoSamples);
}

TEST(BrierSkillScore, ComparesWithThePrevalence) {
    const ScoredRows rows = calibrationRows({0.2, 0.7, 0.5, 0.4}, {0, 1, 1, 0});
    EXPECT_DOUBLE_EQ(*brierSkillScore(0.1, rows), 1 - 0.1 / 0.25);
    EXPECT_EQ(brierSkillScore(0.1, calibrationRows({0.2}, {1})).why, Reason::SingleClass);
    EXPECT_EQ(brierSkillScore(Reason::NotProbabilities, rows).why, Reason::NotProbabilities);
}

}  // namespace
}  // namespace reckoner
