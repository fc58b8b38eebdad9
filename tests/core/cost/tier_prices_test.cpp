#include "core/cost/tier_prices.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/cost/operating_point.h"
#include "core/cost/point_costs.h"
#include "core/metrics/measure_columns.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TEST(TierPrices, AreWhatEachSampleCostsWhateverItsOutcomeIsTakenFor) {
    CostModel costs = test::creditCosts();
    costs.prevalence = 0.1;
    const RunAnalysisPtr run =
        test::analysed(test::demoRun("credit_default/credit_default_v3_boosting.jsonl"), costs);
    TierPlan plan;
    plan.cutoffs = {0.35, 0.65};
    plan.tiers = usualTiers(2);
    plan.reviewCost = 12;
    plan.accuracy = 0.9;
    const auto amounts = measureAmounts(*run->request.table, run->measures, run->rows.rows);
    const TierPrices prices = tierPrices(run->rows, amounts, run->cost, reviewTerms(costs, plan), plan);
    const SampleCosts each(*run);
    const PointCosts expected(*run, each, OperatingPoint(0, plan));
    ASSERT_EQ(prices.amounts.size(), each.size());
    Sums all;
    for (std::size_t i = 0; i < each.size(); ++i) {
        ASSERT_NEAR(prices.amounts[i], expected.at(i), 1e-9) << i;
        all.amounts[0] += prices.amounts[i];
    }
    const double total = pointTotal(*run, OperatingPoint(0, plan));
    Tally caught, missed;
    caught.tp = missed.fn = all;
    EXPECT_NEAR(prices.cost.total(caught), total, 1e-9 * total);
    EXPECT_NEAR(prices.cost.total(missed), total, 1e-9 * total);
}

TEST(TierPrices, ThePlanSaysMoreThanTheCosts) {
    CostModel costs;
    costs.review = 5;
    costs.reviewerAccuracy = 0.8;
    TierPlan plan{{0.5}, usualTiers(1), {}, {}, {}, {}};
    EXPECT_EQ(reviewTerms(costs, plan).cost, 5);
    EXPECT_EQ(reviewTerms(costs, plan).accuracy, 0.8);
    plan.reviewCost = 7;
    plan.accuracy = 0.95;
    EXPECT_EQ(reviewTerms(costs, plan).cost, 7);
    EXPECT_EQ(reviewTerms(costs, plan).accuracy, 0.95);
}

}  // namespace
}  // namespace reckoner
