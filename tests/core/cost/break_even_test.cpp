#include "core/cost/break_even.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/cost/scenario_optimum.h"
#include "tests/support/random_run.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

constexpr Outcome kOutcomes[] = {Outcome::Caught, Outcome::FalseAlarm, Outcome::Missed, Outcome::LetThrough};

RunAnalysisPtr pricedRun(const test::RandomRunShape& shape, std::uint64_t seed, const CostModel& costs) {
    const test::RandomRun drawn(shape, seed);
    std::vector<std::string> labels;
    for (const std::uint8_t positive : drawn.positives)
        labels.push_back(positive ? "yes" : "no");
    test::VectorTable table;
    table.info.kind = ScoreKind::Raw;
    table.labels(labels).scores(drawn.scores);
    if (!drawn.weights.empty()) table.real("weight", ColumnRole::Weight, drawn.weights);
    for (std::size_t m = 0; m < drawn.amounts.size(); ++m)
        table.real(m == 0 ? "a" : "b", ColumnRole::Amount, drawn.amounts[m]);
    AnalysisRequest request;
    request.table = table.build();
    request.costs = costs;
    return analyse(request);
}

std::vector<CostModel> breakEvenModels(bool amounts) {
    CostModel plain;
    plain.fn.fixed = 3;
    CostModel gains;
    gains.tp.fixed = -10;
    gains.fp.fixed = 5;
    gains.fn.fixed = 30;
    gains.prevalence = 0.07;
    gains.volumePerPeriod = 1000;
    CostModel free;
    free.fp.fixed = free.fn.fixed = 0;
    free.tn.fixed = 0.5;
    if (!amounts) return {plain, gains, free};
    CostModel byAmount;
    byAmount.fn = {0, 0.5, "a"};
    byAmount.fp = {1, 0.15, "b"};
    return {plain, gains, free, byAmount};
}

double totalUnder(const RunAnalysisPtr& run, const CostModel& costs, double threshold) {
    const BoundCost cost(costs, run->measures, run->cost.shift());
    return run->perPeriod(cost.total(run->sweep->at(threshold)));
}

// On either side of the price it names, and far from it, the claim is tried out with the changed model.
TEST(BreakEven, SaysWhenAChoiceTurns) {
    std::uint64_t seed = 70;
    int turned = 0;
    for (const auto& shape : test::randomRunShapes()) {
        if (shape.samples < 7 || shape.samples > 200) continue;
        for (const CostModel& model : breakEvenModels(shape.measures == 2)) {
            const RunAnalysisPtr run = pricedRun(shape, ++seed, model);
            Random random(seed);
            for (const Outcome outcome : kOutcomes) {
                const double now = random.unit(), other = random.unit();
                const BreakEven result = breakEven({*run, now}, {*run, other}, outcome);
                const OutcomeCost today = priceOf(model, outcome);
                const bool free = today == OutcomeCost{};
                const auto holds = [&](double x) {
                    CostModel changed = model;
                    priceOf(changed, outcome) =
                        free ? OutcomeCost{x, 0, {}}
                             : OutcomeCost{today.fixed * x, today.factor * x, today.amountColumn};
                    const double a = totalUnder(run, changed, now), b = totalUnder(run, changed, other);
                    return a <= b + 1e-9 * (1 + std::fabs(a) + std::fabs(b));
                };
                const double x = free ? result.at.fixed : result.factor;
                if (result.turns == Turns::HoldsAbove || result.turns == Turns::HoldsBelow) {
                    ++turned;
                    const bool above = result.turns == Turns::HoldsAbove;
                    EXPECT_EQ(holds(x * 1.01 + 1e-6), above);
                    EXPECT_TRUE(x <= 1e-3 || holds(x * 0.99 - 1e-9) != above);
                    EXPECT_TRUE(holds(x));
                } else {
                    for (const double price : {0.0, 0.3, 1.0, 17.0, 1e6})
                        EXPECT_EQ(holds(price), result.turns == Turns::Always) << price;
                }
                ASSERT_FALSE(HasFailure()) << "seed " << seed;
            }
        }
    }
    EXPECT_GT(turned, 100);
}

TEST(BreakEven, IsInTheUnitPeopleTyped) {
    // Flagging from 0.5 catches one more (worth 200) and raises three more alarms at 10 each.
    test::VectorTable table;
    table.labels({"yes", "no", "no", "no", "yes", "no"})
        .scores({0.5, 0.6, 0.7, 0.55, 0.9, 0.1})
        .real("amount", ColumnRole::Amount, {200, 1, 1, 1, 50, 1});
    AnalysisRequest request;
    request.table = table.build();
    request.costs.fp.fixed = 10;
    request.costs.fn = {0, 0.5, "amount"};
    const RunAnalysisPtr run = analyse(request);
    const BreakEven missed = breakEven({*run, 0.5}, {*run, 0.8}, Outcome::Missed);
    EXPECT_EQ(missed.turns, Turns::HoldsAbove);
    EXPECT_DOUBLE_EQ(missed.at.factor, 0.15);
    EXPECT_EQ(missed.at.amountColumn, "amount");
    const BreakEven alarm = breakEven({*run, 0.5}, {*run, 0.8}, Outcome::FalseAlarm);
    EXPECT_EQ(alarm.turns, Turns::HoldsBelow);
    EXPECT_NEAR(alarm.at.fixed, 100.0 / 3, 1e-12);
    // A caught one costs nothing today: priced by the case.
    const BreakEven caught = breakEven({*run, 0.5}, {*run, 0.8}, Outcome::Caught);
    EXPECT_EQ(caught.turns, Turns::HoldsBelow);
    EXPECT_DOUBLE_EQ(caught.at.fixed, 70);
    EXPECT_EQ(breakEven({*run, 0.5}, {*run, 0.5}, Outcome::Missed).turns, Turns::Always);
}

// Within the range no threshold is cheaper; a little outside one is.
TEST(StablePrices, BoundWhatTheThresholdIsBestFor) {
    std::uint64_t seed = 700;
    int bounded = 0;
    for (const auto& shape : test::randomRunShapes()) {
        if (shape.samples < 7 || shape.samples > 200) continue;
        for (const CostModel& model : breakEvenModels(shape.measures == 2)) {
            const RunAnalysisPtr run = pricedRun(shape, ++seed, model);
            const auto isBest = [&](double x) {
                CostModel changed = model;
                OutcomeCost& price = priceOf(changed, Outcome::Missed);
                price = price == OutcomeCost{}
                            ? OutcomeCost{x, 0, {}}
                            : OutcomeCost{price.fixed * x, price.factor * x, price.amountColumn};
                const RunAnalysisPtr other = withCosts(run, changed);
                const double mine = other->cost.total(other->sweep->at(run->best->threshold));
                return mine <= other->best->total + 1e-9 * (1 + std::fabs(mine));
            };
            const auto range = stablePrices({*run, run->best->threshold}, Outcome::Missed);
            ASSERT_TRUE(range) << "seed " << seed;
            EXPECT_TRUE(isBest(range->lo));
            EXPECT_TRUE(isBest(std::isinf(range->hi) ? 1e6 : range->hi));
            EXPECT_FALSE(range->lo > 1e-3 && isBest(range->lo * 0.99 - 1e-9));
            EXPECT_FALSE(!std::isinf(range->hi) && isBest(range->hi * 1.01 + 1e-6));
            bounded += range->lo > 0 || !std::isinf(range->hi);
            ASSERT_FALSE(HasFailure()) << "seed " << seed;
        }
    }
    EXPECT_GT(bounded, 20);
}

TEST(StablePrices, AreNoneForAThresholdThatIsNeverBest) {
    test::VectorTable table;
    table.labels({"no", "yes"}).scores({0.9, 0.1});
    AnalysisRequest request;
    request.table = table.build();
    const RunAnalysisPtr run = analyse(request);
    EXPECT_FALSE(stablePrices({*run, 0.5}, Outcome::Missed));
}

TEST(ScenarioOptimum, IsTheOptimumUnderEachModel) {
    const std::vector<CostModel> models = breakEvenModels(true);
    const RunAnalysisPtr run = pricedRun({200, 13, 0.3, true, 2}, 5, models[0]);
    std::vector<NamedCosts> scenarios;
    for (const CostModel& model : models)
        scenarios.push_back({"scenario " + std::to_string(scenarios.size()), model});
    const auto optima = scenarioOptima(run, scenarios, 0.4);
    ASSERT_EQ(optima.size(), models.size());
    for (std::size_t i = 0; i < models.size(); ++i) {
        AnalysisRequest request = run->request;
        request.costs = models[i];
        const RunAnalysisPtr alone = analyse(request);
        EXPECT_EQ(optima[i].name, scenarios[i].name);
        EXPECT_EQ(optima[i].threshold, alone->best->threshold);
        EXPECT_EQ(optima[i].perPeriod, alone->perPeriod(alone->best->total));
        EXPECT_EQ(optima[i].now, alone->perPeriod(alone->cost.total(alone->sweep->at(0.4))));
    }
}

}  // namespace
}  // namespace reckoner
