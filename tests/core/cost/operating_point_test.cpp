#include "core/cost/operating_point.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/cost/point_costs.h"
#include "core/cost/sample_costs.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TierPlan twoCutoffs(double low, double high, double accuracy, double review) {
    TierPlan plan;
    plan.cutoffs = {low, high};
    plan.tiers = usualTiers(2);
    plan.accuracy = accuracy;
    plan.reviewCost = review;
    return plan;
}

TEST(OperatingPointFigures, AThresholdIsTheMatrix) {
    const RunAnalysisPtr run = test::creditRun(2);
    const PointFigures figures = pointFigures(*run, {0.31, {}});
    EXPECT_EQ(figures.mix.tp, 953);
    EXPECT_EQ(figures.mix.fn, 301);
    EXPECT_EQ(figures.mix.fp, 744);
    EXPECT_EQ(figures.mix.tn, 2'456);
    EXPECT_EQ(figures.reviewed, 0);
    EXPECT_DOUBLE_EQ(*figures.precision, 953.0 / 1'697);
    EXPECT_NEAR(figures.flagged, 1'697 * 1'000.0 / 4'454, 1e-9);
    EXPECT_DOUBLE_EQ(figures.cost, run->perPeriod(run->cost.total(run->sweep->at(0.31))));
}

TEST(OperatingPointFigures, PeopleAreCountedAsTheyDecide) {
    const RunAnalysisPtr run = test::creditRun(2);
    const Tally low = run->sweep->at(0.3), high = run->sweep->at(0.6);
    const double reviewedBad = low.tp.weight - high.tp.weight, reviewedGood = low.fp.weight - high.fp.weight;
    const PointFigures right = pointFigures(*run, {0, twoCutoffs(0.3, 0.6, 1, 0)});
    EXPECT_DOUBLE_EQ(right.mix.tp, low.tp.weight);
    EXPECT_DOUBLE_EQ(right.mix.fp, high.fp.weight);
    EXPECT_NEAR(right.reviewed, (reviewedBad + reviewedGood) * 1'000 / 4'454, 1e-9);
    const PointFigures half = pointFigures(*run, {0, twoCutoffs(0.3, 0.6, 0.5, 0)});
    EXPECT_DOUBLE_EQ(half.mix.tp, high.tp.weight + reviewedBad / 2);
    EXPECT_DOUBLE_EQ(half.mix.fp, high.fp.weight + reviewedGood / 2);
    EXPECT_DOUBLE_EQ(half.mix.total(), 4'454);
    ASSERT_EQ(half.tiers.size(), 3U);
}

TEST(OperatingPointFigures, AnotherPrevalenceWeighsWhatIsSentToPeople) {
    CostModel costs = test::creditCosts();
    costs.prevalence = 0.1;
    const RunAnalysisPtr run =
        test::analysed(test::demoRun("credit_default/credit_default_v2_forest.csv"), costs);
    const PointFigures figures = pointFigures(*run, {0, twoCutoffs(0.3, 0.6, 1, 12)});
    const Tally low = run->sweep->at(0.3), high = run->sweep->at(0.6);
    const double positives = 0.1 / (1'254.0 / 4'454), negatives = 0.9 / (3'200.0 / 4'454);
    const double reviewed =
        positives * (low.tp.weight - high.tp.weight) + negatives * (low.fp.weight - high.fp.weight);
    EXPECT_NEAR(figures.reviewed, reviewed * 1'000 / 4'454, 1e-6);
    double sum = 0;
    for (const TierRow& row : figures.tiers)
        sum += row.cases;
    EXPECT_NEAR(sum, 1'000, 1e-6);
    const CostIntervals intervals = pointIntervals(*run, {0, twoCutoffs(0.3, 0.6, 1, 12)}, std::nullopt);
    EXPECT_LT(intervals.now->lo, figures.cost);
    EXPECT_GT(intervals.now->hi, figures.cost);
}

TEST(OperatingPointFigures, IntervalsHoldWhatTheyAreOf) {
    const RunAnalysisPtr run = test::creditRun(2);
    const OperatingPoint tiers{0, twoCutoffs(0.3, 0.6, 0.9, 12)};
    const OperatingPoint single{0.42, {}};
    const CostIntervals intervals = pointIntervals(*run, tiers, single);
    const double now = pointFigures(*run, tiers).cost;
    const double then = pointFigures(*run, single).cost;
    ASSERT_TRUE(intervals.now && intervals.difference);
    EXPECT_LT(intervals.now->lo, now);
    EXPECT_GT(intervals.now->hi, now);
    EXPECT_LT(intervals.difference->lo, now - then);
    EXPECT_GT(intervals.difference->hi, now - then);
    // Of thresholds it is what costIntervals says; a plan with one cut-off is one.
    const CostIntervals plain = pointIntervals(*run, single, OperatingPoint{0.31, {}});
    const CostIntervals same = costIntervals(*run, 0.42, 0.31);
    EXPECT_EQ(plain.now->lo, same.now->lo);
    TierPlan one;
    one.cutoffs = {0.42};
    one.tiers = usualTiers(1);
    EXPECT_DOUBLE_EQ(pointIntervals(*run, {0, one}, std::nullopt).now->hi, same.now->hi);
}

TEST(OperatingPointFigures, WhatSamplesCostAddsUpToTheTotal) {
    const RunAnalysisPtr run = test::creditRun(2);
    const SampleCosts costs(*run);
    for (const OperatingPoint& point :
         {OperatingPoint(0.31), OperatingPoint(0, twoCutoffs(0.3, 0.6, 0.9, 12)),
          OperatingPoint(0, twoCutoffs(0.2, 0.2, 1, 12))}) {
        const PointCosts each(*run, costs, point);
        double sum = 0;
        for (std::size_t i = 0; i < costs.size(); ++i)
            sum += each.at(i);
        EXPECT_NEAR(sum, pointTotal(*run, point), 1e-6 * std::fabs(sum));
        EXPECT_DOUBLE_EQ(pointCost(*run, point), pointFigures(*run, point).cost);
    }
    EXPECT_EQ(countedFrom(OperatingPoint(0, twoCutoffs(0.3, 0.6, 1, 0))), 0.3);
}

}  // namespace
}  // namespace reckoner
