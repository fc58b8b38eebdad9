#include "core/metrics/auc_difference.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/random_run.h"

namespace reckoner {
namespace {

// DeLong 1988 from the definition: every pair of a positive and a negative, variances and covariance apart.
struct PlainDelong {
    double auc[2]{};
    double variance = 0;

    PlainDelong(const std::vector<double>& first, const std::vector<double>& second,
                const std::vector<std::uint8_t>& positives) {
        const std::vector<double>* scores[2]{&first, &second};
        std::vector<double> ofPositives[2];
        std::vector<double> ofNegatives[2];
        for (int run = 0; run < 2; ++run) {
            const auto wins = [&](std::size_t p, std::size_t n) {
                const double a = (*scores[run])[p];
                const double b = (*scores[run])[n];
                return a > b ? 1.0 : a == b ? 0.5 : 0.0;
            };
            for (std::size_t i = 0; i < positives.size(); ++i) {
                double sum = 0;
                double others = 0;
                for (std::size_t j = 0; j < positives.size(); ++j) {
                    if (positives[i] == positives[j]) continue;
                    sum += positives[i] ? wins(i, j) : wins(j, i);
                    ++others;
                }
                (positives[i] ? ofPositives : ofNegatives)[run].push_back(sum / others);
            }
            auc[run] = mean(ofPositives[run]);
        }
        for (auto* parts : {ofPositives, ofNegatives})
            variance += (covariance(parts[0], parts[0]) + covariance(parts[1], parts[1]) -
                         2 * covariance(parts[0], parts[1])) /
                        static_cast<double>(parts[0].size());
    }
    static double mean(const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / static_cast<double>(values.size());
    }
    static double covariance(const std::vector<double>& a, const std::vector<double>& b) {
        const double meanA = mean(a);
        const double meanB = mean(b);
        double sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            sum += (a[i] - meanA) * (b[i] - meanB);
        return sum / static_cast<double>(a.size() - 1);
    }
};

TEST(AucDifference, AgreesWithEveryPairCountedOneByOne) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const int distinct = seed % 3 == 0 ? 5 : 0;
        const test::RandomRun a({.samples = 60, .distinct = distinct}, seed);
        test::RandomRun b({.samples = 60, .distinct = distinct}, seed + 1000);
        const auto ours = aucDifferencePaired(a.scores, b.scores, a.positives);
        const PlainDelong plain(a.scores, b.scores, a.positives);
        ASSERT_TRUE(ours) << seed;
        EXPECT_NEAR(ours->first, plain.auc[0], 1e-12) << seed;
        EXPECT_NEAR(ours->second, plain.auc[1], 1e-12) << seed;
        EXPECT_NEAR(ours->variance, plain.variance, 1e-12) << seed;
        EXPECT_NEAR(ours->z, (plain.auc[0] - plain.auc[1]) / std::sqrt(plain.variance), 1e-9) << seed;
        EXPECT_LT(ours->interval.lo, ours->value);
        EXPECT_GT(ours->interval.hi, ours->value);
    }
}

TEST(AucDifference, IdenticalScoresDifferByNothingForSure) {
    const test::RandomRun run({.samples = 100}, 3);
    const auto same = aucDifferencePaired(run.scores, run.scores, run.positives);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->value, 0);
    EXPECT_EQ(same->variance, 0);
    EXPECT_EQ(same->z, 0);
    EXPECT_EQ(same->p, 1);
    EXPECT_FALSE(same->informative());
}

TEST(AucDifference, ReversedScoresMirrorTheArea) {
    const test::RandomRun run({.samples = 200}, 4);
    std::vector<double> reversed;
    for (const double score : run.scores)
        reversed.push_back(-score);
    const auto difference = aucDifferencePaired(run.scores, reversed, run.positives);
    ASSERT_TRUE(difference);
    EXPECT_NEAR(difference->second, 1 - difference->first, 1e-12);
}

TEST(AucDifference, NothingToSayOfOneClassOrOneSampleOfIt) {
    const std::vector<double> scores{0.1, 0.2, 0.3};
    EXPECT_FALSE(aucDifferencePaired(scores, scores, std::vector<std::uint8_t>{1, 1, 1}));
    EXPECT_FALSE(aucDifferencePaired(scores, scores, std::vector<std::uint8_t>{0, 1, 0}));
    EXPECT_FALSE(aucDifferencePaired({}, {}, {}));
}

TEST(AucDifference, OnDifferentSamplesVariancesAdd) {
    const DeLong first{0.7, 0.0009, {0, 1}};
    const DeLong second{0.8, 0.0016, {0, 1}};
    const AucDifference difference = aucDifferenceUnpaired(first, second);
    EXPECT_NEAR(difference.value, 0.1, 1e-12);
    EXPECT_NEAR(difference.z, -2, 1e-9);
    EXPECT_NEAR(difference.p, 0.04550026389635842, 1e-9);
    EXPECT_NEAR(difference.interval.lo, 0.1 - 1.959963984540054 * 0.05, 1e-12);
}

}  // namespace
}  // namespace reckoner
