#include "core/metrics/sweep.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/random_run.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

void expectSameBits(const Sums& a, const Sums& b) {
    EXPECT_EQ(a.n, b.n);
    EXPECT_TRUE(sameBits(a.weight, b.weight)) << a.weight << " " << b.weight;
    EXPECT_TRUE(sameBits(a.weightSq, b.weightSq));
    for (std::size_t m = 0; m < kMaxMeasures; ++m)
        EXPECT_TRUE(sameBits(a.amounts[m], b.amounts[m])) << a.amounts[m] << " " << b.amounts[m];
}

void expectSameBits(const Tally& a, const Tally& b) {
    expectSameBits(a.tp, b.tp);
    expectSameBits(a.fp, b.fp);
    expectSameBits(a.fn, b.fn);
    expectSameBits(a.tn, b.tn);
}

void expectNear(const Sums& a, const Sums& b, const char* cell) {
    EXPECT_EQ(a.n, b.n) << cell;
    EXPECT_NEAR(a.weight, b.weight, 1e-9) << cell;
    EXPECT_NEAR(a.weightSq, b.weightSq, 1e-9) << cell;
    for (std::size_t m = 0; m < kMaxMeasures; ++m)
        EXPECT_NEAR(a.amounts[m], b.amounts[m], 1e-6) << cell << " " << m;
}

void expectNear(const Tally& a, const Tally& b) {
    expectNear(a.tp, b.tp, "tp");
    expectNear(a.fp, b.fp, "fp");
    expectNear(a.fn, b.fn, "fn");
    expectNear(a.tn, b.tn, "tn");
}

TEST(ThresholdSweep, CountsWhatOneByOneCountingCounts) {
    std::uint64_t seed = 0;
    for (const auto& shape : test::randomRunShapes()) {
        const test::RandomRun run(shape, ++seed);
        const auto sweep = run.sweep();
        const auto candidates = run.candidates();
        ASSERT_EQ(sweep->distinctScores(), candidates.size() - 1);
        ASSERT_EQ(sweep->samples(), shape.samples);
        std::vector<double> thresholds{kInf, -kInf, 0.5, candidates.back()};
        for (std::size_t i = 0; i < candidates.size(); i += 1 + candidates.size() / 12) {
            thresholds.push_back(candidates[i]);
            thresholds.push_back(std::nextafter(candidates[i], kInf));
        }
        std::vector<Tally> groups(sweep->groups());
        for (const double threshold : thresholds) {
            expectNear(sweep->at(threshold), run.countAt(threshold));
            sweep->at(threshold, groups);
            for (std::uint32_t group = 0; group < sweep->groups(); ++group)
                expectNear(groups[group], run.countAt(threshold, static_cast<int>(group)));
        }
        if (HasFailure()) FAIL() << "first failed with seed " << seed;
    }
}

TEST(ThresholdSweep, ScanVisitsEveryDistinctScoreWithTheFiguresOfAt) {
    std::uint64_t seed = 100;
    for (const auto& shape : test::randomRunShapes()) {
        const test::RandomRun run(shape, ++seed);
        const auto sweep = run.sweep();
        const auto candidates = run.candidates();
        std::size_t visited = 0;
        sweep->scan([&](double threshold, const Tally& tally) {
            EXPECT_EQ(threshold, candidates.at(visited++));
            expectSameBits(tally, sweep->at(threshold));
            return !testing::Test::HasFailure();
        });
        ASSERT_EQ(visited, candidates.size()) << "seed " << seed;
    }
}

TEST(ThresholdSweep, RankStepsAreTheFlaggedWeightsOfTheScan) {
    std::uint64_t seed = 200;
    for (const auto& shape : test::randomRunShapes()) {
        const auto sweep = test::RandomRun(shape, ++seed).sweep();
        std::vector<Sweep::RankStep> fast;
        std::vector<Sweep::RankStep> slow;
        sweep->scanRanks([&](std::span<const Sweep::RankStep> steps) {
            fast.insert(fast.end(), steps.begin(), steps.end());
        });
        sweep->Sweep::scanRanks([&](std::span<const Sweep::RankStep> steps) {
            slow.insert(slow.end(), steps.begin(), steps.end());
        });
        ASSERT_EQ(fast.size(), slow.size());
        for (std::size_t i = 0; i < fast.size(); ++i) {
            ASSERT_EQ(fast[i].threshold, slow[i].threshold);
            ASSERT_TRUE(sameBits(fast[i].tp, slow[i].tp));
            ASSERT_TRUE(sameBits(fast[i].fp, slow[i].fp));
        }
    }
}

TEST(ThresholdSweep, TotalsDoNotDependOnTheGrouping) {
    test::RandomRunShape shape{5000, 0, 0.3, true, 2, 300, false};
    const test::RandomRun grouped(shape, 7);
    test::RandomRun plain = grouped;
    plain.groups = 1;
    plain.groupCodes.clear();
    const auto a = grouped.sweep();
    const auto b = plain.sweep();
    for (const double threshold : {0.1, 0.33, 0.5, 0.9})
        expectSameBits(a->at(threshold), b->at(threshold));
}

TEST(ThresholdSweep, HoldsManyGroupsAndAllMeasures) {
    test::RandomRunShape shape{20000, 50, 0.4, true, kMaxMeasures, 400, false};
    const test::RandomRun run(shape, 9);
    const auto sweep = run.sweep();
    std::vector<Tally> groups(400);
    sweep->at(0.42, groups);
    for (const int group : {0, 1, 127, 128, 399})
        expectNear(groups[static_cast<std::size_t>(group)], run.countAt(0.42, group));
}

TEST(ThresholdSweep, StopsScanningWhenTheVisitorHasEnough) {
    const auto sweep = test::RandomRun({}, 3).sweep();
    int visits = 0;
    sweep->scan([&](double, const Tally&) { return ++visits < 5; });
    EXPECT_EQ(visits, 5);
}

TEST(ThresholdSweep, FindsTheNeighbouringScores) {
    const std::vector<double> scores{0.2, 0.5, 0.5, 0.9};
    const std::vector<std::uint8_t> positives{0, 1, 0, 1};
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    EXPECT_EQ(sweep->above(0.5), 0.9);
    EXPECT_EQ(sweep->below(0.5), 0.2);
    EXPECT_EQ(sweep->above(0.3), 0.5);
    EXPECT_EQ(sweep->below(0.3), 0.2);
    EXPECT_EQ(sweep->above(0.9), std::nullopt);
    EXPECT_EQ(sweep->below(0.2), std::nullopt);
    EXPECT_EQ(sweep->below(kInf), 0.9);
    EXPECT_EQ(sweep->above(-kInf), 0.2);
    EXPECT_EQ(sweep->lowest(), 0.2);
    EXPECT_EQ(sweep->highest(), 0.9);
}

TEST(ThresholdSweep, FindsNeighboursAcrossCheckpoints) {
    const test::RandomRun run({5000, 0, 0.3, false, 0, 1, false}, 21);
    const auto sweep = run.sweep();
    const auto candidates = run.candidates();
    for (std::size_t i = 1; i + 1 < candidates.size(); ++i) {
        ASSERT_EQ(sweep->below(candidates[i]), candidates[i + 1]);
        ASSERT_EQ(sweep->above(candidates[i + 1]), candidates[i]);
    }
}

TEST(ThresholdSweep, TakesMinusZeroForZero) {
    const std::vector<double> scores{-0.0, 0.0};
    const std::vector<std::uint8_t> positives{1, 0};
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    EXPECT_EQ(sweep->distinctScores(), 1u);
    EXPECT_EQ(sweep->at(0.0).flagged(), 2u);
    EXPECT_EQ(sweep->at(-0.0).flagged(), 2u);
}

TEST(ThresholdSweep, IsDefinedWithoutSamples) {
    const auto sweep = ThresholdSweep::build({}, {}, {}, {}, {}, 1);
    EXPECT_EQ(sweep->samples(), 0u);
    EXPECT_EQ(sweep->at(0.5).n(), 0u);
    EXPECT_TRUE(std::isnan(sweep->lowest()));
    EXPECT_EQ(sweep->above(0.5), std::nullopt);
    int visits = 0;
    sweep->scan([&](double threshold, const Tally&) { return ++visits, std::isinf(threshold); });
    EXPECT_EQ(visits, 1);
}

TEST(ThresholdSweep, CountsThePositivesOfTheHighestScoresInFileOrder) {
    const std::vector<double> scores{0.5, 0.9, 0.5, 0.5};
    const std::vector<std::uint8_t> positives{1, 0, 0, 1};
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    EXPECT_EQ(sweep->positivesInTop(1), 0u);
    EXPECT_EQ(sweep->positivesInTop(2), 1u);
    EXPECT_EQ(sweep->positivesInTop(3), 1u);
    EXPECT_EQ(sweep->positivesInTop(4), 2u);
    EXPECT_FALSE(sweep->cutFallsInATie(1));
    EXPECT_TRUE(sweep->cutFallsInATie(2));
    EXPECT_FALSE(sweep->cutFallsInATie(4));
}

TEST(ThresholdSweep, StaysSmall) {
    const test::RandomRun run({100000, 0, 0.3, false, 0, 50, false}, 5);
    EXPECT_LT(static_cast<double>(run.sweep()->bytes()) / 100000, 10.5);
    const test::RandomRun one({100000, 0, 0.3, false, 0, 1, false}, 5);
    EXPECT_LT(static_cast<double>(one.sweep()->bytes()) / 100000, 9.1);
}

TEST(ThresholdSweep, ReadsAmountsByTheRowsOfATable) {
    const auto table = test::VectorTable()
                           .labels({"yes", "", "no", "yes"})
                           .scores({0.9, 0.8, 0.7, 0.2})
                           .amounts({100, 1000, 10, missingReal()})
                           .build();
    const ScoredRows rows = ScoredRows::of(*table, RowSet::all(4));
    const auto sweep = ThresholdSweep::build(*table, rows, {"amount"});
    const Tally tally = sweep->at(0.5);
    EXPECT_EQ(tally.tp.amounts[0], 100);
    EXPECT_EQ(tally.fp.amounts[0], 10);
    EXPECT_EQ(tally.fn.amounts[0], 0);
    EXPECT_EQ(tally.fn.n, 1u);
}

TEST(ThresholdSweep, RefusesAmountsItCannotSum) {
    const auto table = test::VectorTable().labels({"yes"}).scores({0.9}).segment("home", {"rent"}).build();
    const ScoredRows rows = ScoredRows::of(*table, RowSet::all(1));
    EXPECT_THROW(ThresholdSweep::build(*table, rows, {"price"}), Error);
    EXPECT_THROW(ThresholdSweep::build(*table, rows, {"home"}), Error);
}

}  // namespace
}  // namespace reckoner
