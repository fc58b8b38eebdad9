// Intervals of a cost and of its difference: repeatable, paired, and right where the answer is known.
#include "core/cost/cost_interval.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TEST(CostInterval, HoldsTheFigureAndIsTheSameEveryTime) {
    const RunAnalysisPtr run = test::creditRun(2);
    const CostIntervals first = costIntervals(*run, 0.31, 0.42);
    const CostIntervals second = costIntervals(*run, 0.31, 0.42);
    ASSERT_TRUE(first.now && first.difference);
    EXPECT_EQ(first.now->lo, second.now->lo);
    EXPECT_EQ(first.difference->hi, second.difference->hi);
    EXPECT_LT(first.now->lo, 64'100);
    EXPECT_GT(first.now->hi, 64'100);
    EXPECT_LT(first.difference->lo, -15'605);
    EXPECT_GT(first.difference->hi, -15'606);
    EXPECT_LT(first.difference->hi, 0);
}

TEST(CostInterval, AgreesWithTheNormalIntervalOfTheMean) {
    // 400 samples, 100 of which cost 1: the sum has the standard deviation sqrt(400 * 0.25 * 0.75).
    std::vector<std::string> labels;
    std::vector<double> scores;
    for (int i = 0; i < 400; ++i) {
        labels.emplace_back(i % 4 == 0 ? "yes" : "no");
        scores.push_back(0.001 * i);
    }
    test::VectorTable table;
    table.labels(labels).scores(scores);
    const RunAnalysisPtr run = test::analysed(std::move(table), {});
    const CostIntervals intervals = costIntervals(*run, 2, std::nullopt);
    ASSERT_TRUE(intervals.now);
    EXPECT_FALSE(intervals.difference);
    const double error = 1.96 * std::sqrt(400 * 0.25 * 0.75);
    EXPECT_NEAR(intervals.now->lo, 100 - error, 3);
    EXPECT_NEAR(intervals.now->hi, 100 + error, 3);
}

TEST(CostInterval, IsPairedSoThatTheSameThresholdDiffersByNothing) {
    const RunAnalysisPtr run = test::creditRun(2);
    const CostIntervals same = costIntervals(*run, 0.31, 0.31);
    ASSERT_TRUE(same.difference);
    EXPECT_EQ(same.difference->lo, 0);
    EXPECT_EQ(same.difference->hi, 0);
}

TEST(CostInterval, LargeRunsAgreeWithTheSameFormula) {
    std::vector<std::string> labels;
    std::vector<double> scores;
    for (int i = 0; i < 60'000; ++i) {
        labels.emplace_back(i % 4 == 0 ? "yes" : "no");
        scores.push_back(0.1);
    }
    test::VectorTable table;
    table.labels(labels).scores(scores);
    const RunAnalysisPtr run = test::analysed(std::move(table), {});
    const CostIntervals intervals = costIntervals(*run, 2, 0.05);
    ASSERT_TRUE(intervals.now && intervals.difference);
    const double error = 1.959963984540054 * std::sqrt(60'000 * 0.25 * 0.75);
    EXPECT_NEAR(intervals.now->lo, 15'000 - error, 1e-6);
    EXPECT_NEAR(intervals.now->hi, 15'000 + error, 1e-6);
    // Each sample costs 1 at one of the two thresholds: the difference has four times the variance.
    EXPECT_NEAR(intervals.difference->lo, -30'000 - 2 * error, 1e-6);
}

TEST(CostInterval, OneSampleHasNone) {
    test::VectorTable table;
    table.labels({"yes"}).scores({0.5});
    const RunAnalysisPtr run = test::analysed(std::move(table), {});
    EXPECT_FALSE(costIntervals(*run, 0.5, 0.2).now);
}

}  // namespace
}  // namespace reckoner
