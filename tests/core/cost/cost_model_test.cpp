#include "core/cost/cost_model.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

// Four outcomes, four different counts and amounts: a swapped pair cannot pass.
Tally asymmetricTally() {
    Tally tally;
    tally.tp = {2, 2, 2, {100, 1000}};
    tally.fp = {3, 3, 3, {200, 2000}};
    tally.fn = {5, 5, 5, {400, 4000}};
    tally.tn = {7, 7, 7, {800, 8000}};
    return tally;
}

TEST(CostModel, ChargesEachOutcomeItsOwnFixedCost) {
    CostModel model;
    model.tp.fixed = -10;
    model.fp.fixed = 5;
    model.fn.fixed = 30;
    model.tn.fixed = 0.25;
    const CostParts parts = BoundCost(model, {}).of(asymmetricTally());
    EXPECT_EQ(parts.tp, -20);
    EXPECT_EQ(parts.fp, 15);
    EXPECT_EQ(parts.fn, 150);
    EXPECT_EQ(parts.tn, 1.75);
    EXPECT_EQ(parts.total(), 146.75);
}

TEST(CostModel, ChargesEachOutcomeItsOwnAmounts) {
    CostModel model;
    model.tp = {1, 0.1, "amount"};
    model.fp = {2, 0.2, "price"};
    model.fn = {3, 0.5, "amount"};
    model.tn = {4, -0.01, "price"};
    ASSERT_EQ(model.measures(), (std::vector<std::string>{"amount", "price"}));
    const CostParts parts = BoundCost(model, {"amount", "price"}).of(asymmetricTally());
    EXPECT_DOUBLE_EQ(parts.tp, 2 + 10);
    EXPECT_DOUBLE_EQ(parts.fp, 6 + 400);
    EXPECT_DOUBLE_EQ(parts.fn, 15 + 200);
    EXPECT_DOUBLE_EQ(parts.tn, 28 - 80);
    // The measures may lie in another order in the sweep.
    Tally swapped = asymmetricTally();
    for (Sums* sums : {&swapped.tp, &swapped.fp, &swapped.fn, &swapped.tn})
        std::swap(sums->amounts[0], sums->amounts[1]);
    EXPECT_DOUBLE_EQ(BoundCost(model, {"price", "amount"}).total(swapped), parts.total());
}

TEST(CostModel, WeightsMultiplyFixedCosts) {
    CostModel model;
    model.fp.fixed = 10;
    Tally tally;
    tally.fp = {3, 4.5, 8, {}};
    EXPECT_EQ(BoundCost(model, {}).of(tally).fp, 45);
}

TEST(CostModel, NamesOnlyAmountsThatCount) {
    CostModel model;
    model.fn = {30, 0, "amount"};
    model.fp = {0, 0.15, "amount"};
    EXPECT_EQ(model.measures(), std::vector<std::string>{"amount"});
    model.fp.factor = 0;
    EXPECT_TRUE(model.measures().empty());
    model.tn = {0, 1, "other"};
    EXPECT_THROW(BoundCost(model, {"amount"}), Error);
}

TEST(CostModel, CountsFalseAlarmsUntilMoneyIsKnown) {
    const CostModel model;
    EXPECT_FALSE(model.inMoney());
    EXPECT_EQ(BoundCost(model, {}).total(asymmetricTally()), 3 + 5);
}

// The same sum taken sample by sample.
TEST(CostModel, AgreesWithChargingEverySample) {
    CostModel model;
    model.tp = {-3, 0.02, "a"};
    model.fp = {5, 0.15, "b"};
    model.fn = {1, 0.5, "a"};
    model.tn = {-0.5, 0, {}};
    const OutcomeCost* costs[] = {&model.tn, &model.fn, &model.fp, &model.tp};
    const test::RandomRun run({500, 20, 0.4, true, 2, 1, false}, 77);
    const auto sweep = run.sweep();
    const BoundCost bound(model, {"a", "b"});
    for (const double threshold : run.candidates()) {
        double total = 0;
        for (std::size_t i = 0; i < run.scores.size(); ++i) {
            const OutcomeCost& cost = *costs[(run.scores[i] >= threshold ? 2 : 0) + run.positives[i]];
            const double amount = cost.amountColumn == "b" ? run.amounts[1][i] : run.amounts[0][i];
            total += run.weights[i] * (cost.fixed + (std::isnan(amount) ? 0 : cost.factor * amount));
        }
        EXPECT_NEAR(bound.total(sweep->at(threshold)), total, 1e-6);
    }
}

TEST(BayesThreshold, IsTheShareOfTheFalseAlarm) {
    CostModel model;
    model.tp.fixed = -10;
    model.fp.fixed = 5;
    model.fn.fixed = 30;
    EXPECT_DOUBLE_EQ(bayesThreshold(model).value(), 5.0 / 45);
    model.tn.fixed = -2;
    EXPECT_DOUBLE_EQ(bayesThreshold(model).value(), 7.0 / 47);
    model.fn = {0, 0.5, "amount"};
    EXPECT_EQ(bayesThreshold(model), std::nullopt);
    CostModel indifferent;
    indifferent.fp.fixed = indifferent.fn.fixed = 0;
    EXPECT_EQ(bayesThreshold(indifferent), std::nullopt);
}

TEST(ClassShift, KeepsTheNumberOfSamplesAndMovesTheShare) {
    const ClassShift shift = classShift(0.02, 30, 70);
    EXPECT_DOUBLE_EQ(shift.positives * 30 + shift.negatives * 70, 100);
    EXPECT_DOUBLE_EQ(shift.positives * 30 / 100, 0.02);
    EXPECT_TRUE(classShift(std::nullopt, 30, 70).none());
    EXPECT_TRUE(classShift(0.02, 30, 0).none());
    EXPECT_TRUE(classShift(0.02, 0, 70).none());
}

TEST(ClassShift, WeighsEachOutcomeByItsClass) {
    CostModel model;
    model.tp.fixed = -10;
    model.fp = {5, 0.2, "price"};
    model.fn.fixed = 30;
    model.tn.fixed = 0.25;
    const BoundCost cost(model, {"amount", "price"}, {2, 0.5});
    const CostParts parts = cost.of(asymmetricTally());
    EXPECT_DOUBLE_EQ(parts.tp, -40);
    EXPECT_DOUBLE_EQ(parts.fp, 0.5 * (15 + 400));
    EXPECT_DOUBLE_EQ(parts.fn, 300);
    EXPECT_DOUBLE_EQ(parts.tn, 0.875);
    const Tally tally = asymmetricTally();
    EXPECT_DOUBLE_EQ(cost.weight(tally.tp, tally.fp), 2 * 2 + 0.5 * 3);
}

TEST(ClassShift, MovesTheBayesThreshold) {
    CostModel model;
    model.fn.fixed = 4;
    EXPECT_DOUBLE_EQ(*bayesThreshold(model), 0.2);
    // Half the positives, twice the negatives: a miss counts a quarter as much.
    EXPECT_DOUBLE_EQ(*bayesThreshold(model, {0.5, 2}), 0.5);
}

}  // namespace
}  // namespace reckoner
