#include "core/cost/optimum.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/support/random_run.h"

namespace reckoner {
namespace {

constexpr double kNobody = std::numeric_limits<double>::infinity();

std::vector<CostModel> costModels(bool amounts) {
    std::vector<CostModel> models(4);
    models[1].tp.fixed = -10;
    models[1].fp.fixed = 5;
    models[1].fn.fixed = 30;
    models[2].fp.fixed = 0.1;
    models[2].fn.fixed = 0.3;
    models[2].tn.fixed = -0.2;
    models[3].fp.fixed = models[3].fn.fixed = 0;  // nothing costs anything: everything ties
    if (amounts) {
        CostModel model;
        model.fn = {0, 0.5, "a"};
        model.fp = {1, 0.15, "b"};
        model.tp = {-2, 0, {}};
        models.push_back(model);
    }
    return models;
}

// The advertised optimum is the minimum of the curve that is drawn, and the highest threshold that has it.
TEST(Optimum, IsTheHighestMinimumOfTheCurve) {
    std::uint64_t seed = 500;
    for (const auto& shape : test::randomRunShapes()) {
        const test::RandomRun run(shape, ++seed);
        const auto sweep = run.sweep();
        for (const CostModel& model : costModels(shape.measures == 2)) {
            // Every other run stands for a production that is mixed otherwise.
            const Tally nobody = sweep->at(kNobody);
            const auto prevalence = seed % 2 == 0 ? std::optional(0.07) : std::nullopt;
            const BoundCost cost(
                model, shape.measures == 2 ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{},
                classShift(prevalence, nobody.fn.weight, nobody.tn.weight));
            const Optimum best = optimum(*sweep, cost);
            double least = kNobody;
            std::vector<double> attaining;
            for (const double threshold : run.candidates()) {
                const double total = cost.total(sweep->at(threshold));
                if (total < least) attaining.clear();
                least = std::min(least, total);
                if (total == least) attaining.push_back(threshold);
                // And no candidate beats it when counted one by one.
                EXPECT_LE(best.total, cost.total(run.countAt(threshold)) + 1e-6);
            }
            EXPECT_EQ(best.total, least);
            EXPECT_EQ(best.threshold, attaining.front());
            EXPECT_EQ(best.lowestAttaining, attaining.back());
            EXPECT_EQ(best.attaining, attaining.size());
            EXPECT_EQ(cost.total(best.tally), best.total);
            EXPECT_EQ(best.flagNobody, cost.total(sweep->at(kNobody)));
            EXPECT_EQ(best.flagEverybody, cost.total(sweep->at(-kNobody)));
            ASSERT_FALSE(HasFailure()) << "seed " << seed;
        }
    }
}

TEST(Optimum, ThePlateauIsTheStretchAroundTheBestWithinOnePercent) {
    std::uint64_t seed = 900;
    for (const auto& shape : test::randomRunShapes()) {
        const test::RandomRun run(shape, ++seed);
        const auto sweep = run.sweep();
        for (const CostModel& model : costModels(false)) {
            const BoundCost cost(model, {});
            const Optimum best = optimum(*sweep, cost);
            const auto candidates = run.candidates();
            const auto good = [&](std::size_t i) {
                return cost.total(sweep->at(candidates[i])) <= best.total + 0.01 * std::abs(best.total);
            };
            const auto at = static_cast<std::size_t>(
                std::find(candidates.begin(), candidates.end(), best.threshold) - candidates.begin());
            std::size_t hi = at;
            while (hi > 0 && good(hi - 1))
                --hi;
            std::size_t lo = at;
            while (lo + 1 < candidates.size() && good(lo + 1))
                ++lo;
            EXPECT_EQ(best.plateauHi, candidates[hi]) << "seed " << seed;
            EXPECT_EQ(best.plateauLo, candidates[lo]) << "seed " << seed;
        }
    }
}

TEST(Optimum, FlagsNobodyWhenEveryAlarmCosts) {
    const std::vector<double> scores{0.1, 0.9};
    const std::vector<std::uint8_t> positives{0, 1};
    CostModel model;
    model.tp.fixed = 50;
    const auto sweep = ThresholdSweep::build(scores, positives, {}, {}, {}, 1);
    const Optimum best = optimum(*sweep, BoundCost(model, {}));
    EXPECT_EQ(best.threshold, kNobody);
    EXPECT_EQ(best.total, 1);
}

TEST(Savings, CompareWithTheBetterOfFlaggingAllAndNobody) {
    Optimum best;
    best.flagEverybody = 80;
    best.flagNobody = 200;
    CostModel model;
    EXPECT_DOUBLE_EQ(*savings(20, best, model), 0.75);
    EXPECT_DOUBLE_EQ(*savings(100, best, model), -0.25);
    best.flagEverybody = 0;
    EXPECT_FALSE(savings(20, best, model));
    best.flagEverybody = 80;
    model.tp.fixed = -10;
    EXPECT_FALSE(savings(20, best, model)) << "a gain has no share to save";
    model.tp = {0, -0.1, "amount"};
    EXPECT_FALSE(savings(20, best, model));
}

}  // namespace
}  // namespace reckoner
