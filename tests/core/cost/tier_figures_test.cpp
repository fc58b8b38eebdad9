#include "core/cost/tier_figures.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/credit_facts.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

TierPlan underwriting() {
    TierPlan plan;
    plan.cutoffs = {0.3, 0.6};
    plan.tiers = usualTiers(2);
    plan.reviewCost = 12;
    plan.capacity = 100;
    plan.minutes = 30;
    return plan;
}

RunAnalysisPtr oneRun(const CostModel& costs) {
    test::VectorTable table;
    std::vector<std::string> labels;
    std::vector<double> scores;
    for (int i = 0; i < 100; ++i) {
        labels.push_back(i % 4 == 0 ? "yes" : "no");
        scores.push_back(i / 100.0);
    }
    table.labels(labels).scores(scores);
    return test::analysed(std::move(table), costs);
}

TEST(TierFigures, TwoCutoffsAreTheSameAsTheCoreOfTiers) {
    std::uint64_t seed = 50;
    for (auto shape : test::randomRunShapes()) {
        const test::RandomRun run(shape, ++seed);
        const auto sweep = run.sweep();
        CostModel model;
        model.tp.fixed = -10, model.fp.fixed = 5, model.fn.fixed = 30;
        const BoundCost cost(model, {});
        const ReviewTerms terms{2, 0.9};
        const Tiers two = tiersAt(*sweep, cost, terms, 0.2, 0.5);
        TierPlan plan = underwriting();
        plan.cutoffs = {0.2, 0.5};
        const TierTotals totals = tierTotals(*sweep, cost, terms, plan);
        const double size = std::max(1.0, std::fabs(two.total()));
        EXPECT_NEAR(totals.total, two.total(), 1e-9 * size);
        EXPECT_EQ(totals.tiers[1].n(), two.reviewed.n());
        EXPECT_NEAR(totals.tiers[0].cost, two.none.cost, 1e-9 * size);
        EXPECT_NEAR(totals.tiers[2].cost, two.acted.cost, 1e-9 * size);
    }
}

TEST(TierFigures, OneCutoffIsAThreshold) {
    const RunAnalysisPtr run = test::creditRun(2);
    TierPlan plan;
    plan.cutoffs = {0.42};
    plan.tiers = usualTiers(1);
    EXPECT_DOUBLE_EQ(planCost(*run, plan), run->perPeriod(run->cost.total(run->sweep->at(0.42))));
}

TEST(TierFigures, AQueueIsInCasesHoursAndMoney) {
    CostModel costs;
    costs.fp.fixed = 5, costs.fn.fixed = 30, costs.currency = "EUR", costs.volumePerPeriod = 1'000;
    const RunAnalysisPtr run = oneRun(costs);
    const TierSheet sheet = tierSheet(*run, underwriting());
    ASSERT_EQ(sheet.rows.size(), 3U);
    EXPECT_DOUBLE_EQ(sheet.rows[1].cases, 300);
    EXPECT_DOUBLE_EQ(sheet.rows[1].share, 0.3);
    EXPECT_DOUBLE_EQ(sheet.rows[1].positives + sheet.rows[1].negatives, 300);
    EXPECT_DOUBLE_EQ(sheet.queue.reviews, 300);
    EXPECT_DOUBLE_EQ(*sheet.queue.hours, 150);
    EXPECT_DOUBLE_EQ(sheet.queue.money, 3'600);
    EXPECT_DOUBLE_EQ(sheet.queue.over, 200);
    EXPECT_DOUBLE_EQ(*sheet.queue.overHours, 100);
    EXPECT_DOUBLE_EQ(sheet.queue.overMoney, 2'400);
    EXPECT_DOUBLE_EQ(sheet.cost, sheet.rows[0].cost + sheet.rows[1].cost + sheet.rows[2].cost);
    EXPECT_DOUBLE_EQ(reviewTerms(*run, underwriting()).capacity, 10) << "of 100 samples for 1,000 decisions";
}

TEST(TierFigures, WithoutAVolumeFiguresAreOfTheRun) {
    const RunAnalysisPtr run = oneRun(CostModel());
    TierPlan plan = underwriting();
    plan.minutes.reset();
    plan.capacity = 30;
    const TierSheet sheet = tierSheet(*run, plan);
    EXPECT_DOUBLE_EQ(sheet.queue.reviews, 30);
    EXPECT_FALSE(sheet.queue.hours);
    EXPECT_EQ(sheet.queue.over, 0);
    EXPECT_FALSE(samplesPerDecision(*run));
}

TEST(TierFigures, WhatThePlanLeavesOpenTheCostModelSays) {
    CostModel costs;
    costs.review = 7;
    const RunAnalysisPtr run = oneRun(costs);
    TierPlan plan = underwriting();
    plan.reviewCost.reset();
    plan.capacity.reset();
    EXPECT_EQ(reviewTerms(*run, plan).cost, 7);
    EXPECT_EQ(reviewTerms(*run, plan).accuracy, 1);
    EXPECT_TRUE(std::isinf(reviewTerms(*run, plan).capacity));
    plan.cutoffs = {0.6, 0.3};
    EXPECT_THROW(tierSheet(*run, plan), Error);
}

}  // namespace
}  // namespace reckoner
