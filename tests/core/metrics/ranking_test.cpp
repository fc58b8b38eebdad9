#include "core/metrics/ranking.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "tests/support/random_run.h"

namespace reckoner {
namespace {

ScoredRows scoredRows(std::vector<double> scores, std::vector<std::uint8_t> positives,
                      std::vector<double> weights = {}) {
    ScoredRows rows;
    rows.scores = std::move(scores);
    rows.positiveBits = std::move(positives);
    rows.weights = std::move(weights);
    return rows;
}

double weightAt(const test::RandomRun& run, std::size_t i) {
    return run.weights.empty() ? 1 : run.weights[i];
}

// Every pair of a positive and a negative, one by one.
double pairwiseAuc(const test::RandomRun& run) {
    double wins = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < run.scores.size(); ++i)
        for (std::size_t j = 0; j < run.scores.size(); ++j) {
            if (!run.positives[i] || run.positives[j]) continue;
            const double weight = weightAt(run, i) * weightAt(run, j);
            pairs += weight;
            if (run.scores[i] > run.scores[j]) wins += weight;
            if (run.scores[i] == run.scores[j]) wins += weight / 2;
        }
    return wins / pairs;
}

TEST(Ranking, AgreesWithPairsAndStepsTakenOneByOne) {
    std::uint64_t seed = 40;
    for (const auto& shape : test::randomRunShapes()) {
        if (shape.samples > 500) continue;
        const test::RandomRun run(shape, ++seed);
        const RankingNumbers numbers = rankingNumbers(*run.sweep());
        const Tally nobody = run.countAt(std::numeric_limits<double>::infinity());
        if (nobody.fn.weight == 0 || nobody.tn.weight == 0) {
            EXPECT_EQ(numbers.rocAuc.why, Reason::SingleClass);
            EXPECT_EQ(numbers.averagePrecision.why, Reason::SingleClass);
            EXPECT_EQ(numbers.ks.why, Reason::SingleClass);
            continue;
        }
        double ap = 0;
        double ks = 0;
        double before = 0;
        for (const double threshold : run.candidates()) {
            const Tally tally = run.countAt(threshold);
            const double recall = tally.tp.weight / nobody.fn.weight;
            const double flagged = tally.tp.weight + tally.fp.weight;
            if (flagged > 0) ap += (recall - before) * tally.tp.weight / flagged;
            ks = std::max(ks, std::abs(recall - tally.fp.weight / nobody.tn.weight));
            before = recall;
        }
        EXPECT_NEAR(*numbers.rocAuc, pairwiseAuc(run), 1e-9);
        EXPECT_NEAR(*numbers.averagePrecision, ap, 1e-9);
        EXPECT_NEAR(*numbers.ks, ks, 1e-9);
        const Tally atKs = run.countAt(numbers.ksThreshold);
        EXPECT_NEAR(std::abs(atKs.tp.weight / nobody.fn.weight - atKs.fp.weight / nobody.tn.weight), ks,
                    1e-9);
        ASSERT_FALSE(HasFailure()) << "seed " << seed;
    }
}

TEST(Ranking, GivesTheNumbersOfTheDefinition) {
    const ScoredRows rows = scoredRows({.1, .4, .4, .8, .8, .35, .8, .2}, {0, 0, 1, 1, 0, 1, 1, 0});
    const auto sweep = ThresholdSweep::build(rows.scores, rows.positiveBits, {}, {}, {}, 1);
    const RankingNumbers numbers = rankingNumbers(*sweep);
    EXPECT_EQ(*numbers.rocAuc, 0.71875);
    EXPECT_NEAR(*numbers.averagePrecision, 0.65, 1e-12);
    EXPECT_NEAR(delong(rows)->variance, 0.041015625, 1e-12);
    EXPECT_EQ(delong(rows)->auc, 0.71875);
}

TEST(Ranking, SaysWhyItIsUndefined) {
    const auto empty = ThresholdSweep::build({}, {}, {}, {}, {}, 1);
    EXPECT_EQ(rankingNumbers(*empty).rocAuc.why, Reason::NoSamples);
    EXPECT_EQ(delong(scoredRows({0.5, 0.6, 0.7}, {0, 1, 0})), std::nullopt) << "one positive has no variance";
    EXPECT_EQ(delong(scoredRows({.1, .2, .3, .4}, {0, 1, 0, 1}, {1, 1, 1, 1})), std::nullopt);
}

// DeLong by its definition: structural components of every sample.
TEST(DeLong, AgreesWithItsDefinition) {
    std::uint64_t seed = 60;
    for (const int distinct : {0, 3, 25}) {
        const test::RandomRun run({300, distinct, 0.35, false, 0, 1, false}, ++seed);
        std::vector<double> ofPositives;
        std::vector<double> ofNegatives;
        for (std::size_t i = 0; i < run.scores.size(); ++i) {
            double sum = 0;
            double others = 0;
            for (std::size_t j = 0; j < run.scores.size(); ++j) {
                if (run.positives[j] == run.positives[i]) continue;
                ++others;
                const double high = run.positives[i] ? run.scores[i] : run.scores[j];
                const double low = run.positives[i] ? run.scores[j] : run.scores[i];
                sum += high > low ? 1 : high == low ? 0.5 : 0;
            }
            (run.positives[i] ? ofPositives : ofNegatives).push_back(sum / others);
        }
        const auto varianceOfMean = [](const std::vector<double>& values) {
            double mean = 0;
            for (const double value : values)
                mean += value / static_cast<double>(values.size());
            double squares = 0;
            for (const double value : values)
                squares += (value - mean) * (value - mean);
            return squares / static_cast<double>(values.size() - 1) / static_cast<double>(values.size());
        };
        const auto result = delong(scoredRows(run.scores, run.positives)).value();
        EXPECT_NEAR(result.variance, varianceOfMean(ofPositives) + varianceOfMean(ofNegatives), 1e-12);
        EXPECT_NEAR(result.auc, pairwiseAuc(run), 1e-12);
    }
}

TEST(DeLong, IntervalStaysInsideZeroAndOne) {
    const auto perfect = delong(scoredRows({.1, .2, .8, .9}, {0, 0, 1, 1})).value();
    EXPECT_EQ(perfect.auc, 1);
    EXPECT_EQ(perfect.variance, 0);
    EXPECT_EQ(perfect.ci95.hi, 1);
    const auto poor = delong(scoredRows({.1, .9, .2, .8}, {0, 0, 1, 1})).value();
    EXPECT_GE(poor.ci95.lo, 0);
    EXPECT_LE(poor.ci95.hi, 1);
}

TEST(ProbabilityNumbers, AgreeWithPlainSums) {
    const test::RandomRun run({400, 30, 0.3, true, 0, 1, false}, 5);
    const ScoredRows rows = scoredRows(run.scores, run.positives, run.weights);
    double loss = 0;
    double brier = 0;
    double weight = 0;
    for (std::size_t i = 0; i < run.scores.size(); ++i) {
        const double p = std::clamp(run.scores[i], kLogLossClip, 1 - kLogLossClip);
        loss -= run.weights[i] * std::log(run.positives[i] ? p : 1 - p);
        brier += run.weights[i] * std::pow(run.scores[i] - run.positives[i], 2);
        weight += run.weights[i];
    }
    const ProbabilityNumbers numbers = probabilityNumbers(rows, ScoreKind::Probability);
    EXPECT_NEAR(*numbers.logLoss, loss / weight, 1e-9);
    EXPECT_NEAR(*numbers.brier, brier / weight, 1e-9);
}

TEST(ProbabilityNumbers, ClipTheLogLoss) {
    const ScoredRows wrong = scoredRows({1, 0}, {0, 1});
    EXPECT_NEAR(*probabilityNumbers(wrong, ScoreKind::Probability).logLoss, -std::log(2.220446049250313e-16),
                1e-9);
    const ScoredRows right = scoredRows({1, 0}, {1, 0});
    EXPECT_NEAR(*probabilityNumbers(right, ScoreKind::Probability).logLoss, 0, 1e-12);
}

TEST(ProbabilityNumbers, ReadPercentAndLogOdds) {
    const ScoredRows plain = scoredRows({0.2, 0.7, 0.5}, {0, 1, 1});
    const ProbabilityNumbers expected = probabilityNumbers(plain, ScoreKind::Probability);
    const ProbabilityNumbers percent =
        probabilityNumbers(scoredRows({20, 70, 50}, {0, 1, 1}), ScoreKind::Percent);
    const ProbabilityNumbers logit = probabilityNumbers(
        scoredRows({std::log(0.2 / 0.8), std::log(0.7 / 0.3), 0}, {0, 1, 1}), ScoreKind::Logit);
    for (const ProbabilityNumbers* numbers : {&percent, &logit}) {
        EXPECT_NEAR(*numbers->logLoss, *expected.logLoss, 1e-12);
        EXPECT_NEAR(*numbers->brier, *expected.brier, 1e-12);
        EXPECT_NEAR(*numbers->ece10, *expected.ece10, 1e-12);
    }
}

TEST(ProbabilityNumbers, AreUndefinedForOtherScores) {
    const ScoredRows inside = scoredRows({0.2, 0.7}, {0, 1});
    for (const ScoreKind kind : {ScoreKind::Margin, ScoreKind::Raw}) {
        EXPECT_EQ(probabilityNumbers(inside, kind).brier.why, Reason::NotProbabilities);
        EXPECT_EQ(probabilityNumbers(inside, kind).ece15.why, Reason::NotProbabilities);
    }
    const ScoredRows outside = scoredRows({0.2, 1.01}, {0, 1});
    EXPECT_EQ(probabilityNumbers(outside, ScoreKind::Probability).logLoss.why, Reason::NotProbabilities);
    EXPECT_EQ(probabilityNumbers(outside, ScoreKind::Probability).ece10.why, Reason::NotProbabilities);
    EXPECT_EQ(probabilityNumbers({}, ScoreKind::Probability).brier.why, Reason::NoSamples);
}

}  // namespace
}  // namespace reckoner
