#include "core/cost/tiers.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/cost/optimum.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

CostModel retention() {
    CostModel model;
    model.tp.fixed = -10;
    model.fp.fixed = 5;
    model.fn.fixed = 30;
    return model;
}

CostModel withAmounts() {
    CostModel model;
    model.fn = {0, 0.5, "a"};
    model.fp = {1, 0.15, "b"};
    model.tn = {-0.5, 0, {}};
    return model;
}

double amountOf(const test::RandomRun& run, const OutcomeCost& cost, std::size_t i) {
    if (cost.amountColumn.empty()) return cost.fixed;
    const double amount = run.amounts[cost.amountColumn == "a" ? 0 : 1][i];
    return cost.fixed + (std::isfinite(amount) ? cost.factor * amount : 0);
}

// Sample by sample, as METRICS.md says it in words.
double totalOneByOne(const test::RandomRun& run, const CostModel& model, const ReviewTerms& terms,
                     double review, double automatic) {
    double total = 0;
    for (std::size_t i = 0; i < run.scores.size(); ++i) {
        const bool positive = run.positives[i] != 0;
        const double weight = run.weights.empty() ? 1 : run.weights[i];
        const double acted = amountOf(run, positive ? model.tp : model.fp, i);
        const double none = amountOf(run, positive ? model.fn : model.tn, i);
        if (run.scores[i] >= automatic) {
            total += weight * acted;
        } else if (run.scores[i] >= review) {
            const double right = positive ? acted : none;
            const double wrong = positive ? none : acted;
            total += weight * (terms.cost + terms.accuracy * right + (1 - terms.accuracy) * wrong);
        } else {
            total += weight * none;
        }
    }
    return total;
}

double weightBetween(const test::RandomRun& run, double review, double automatic) {
    double weight = 0;
    for (std::size_t i = 0; i < run.scores.size(); ++i)
        if (run.scores[i] >= review && run.scores[i] < automatic)
            weight += run.weights.empty() ? 1 : run.weights[i];
    return weight;
}

std::vector<ReviewTerms> termsToTry() {
    return {{2, 1, 1e9}, {2, 1, 20},  {2, 0.9, 20},  {0.5, 0.8, 5},  {100, 1, 1e9},
            {0, 1, 0},   {0, 1, 1e9}, {-3, 0.5, 30}, {1, 0.95, 12.5}};
}

TEST(Tiers, AreTheCheapestOfAllPairs) {
    std::uint64_t seed = 900;
    for (auto shape : test::randomRunShapes()) {
        shape.samples = std::min<std::size_t>(shape.samples, 60);
        const test::RandomRun run(shape, ++seed);
        const auto sweep = run.sweep();
        std::vector<CostModel> models{retention(), CostModel()};
        if (shape.measures == 2) models.push_back(withAmounts());
        for (const CostModel& model : models) {
            const BoundCost cost(
                model, shape.measures == 2 ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{});
            for (const ReviewTerms& terms : termsToTry()) {
                const Tiers best = bestTiers(*sweep, cost, terms);
                double least = std::numeric_limits<double>::infinity();
                const std::vector<double> candidates = run.candidates();
                for (std::size_t i = 0; i < candidates.size(); ++i)
                    for (std::size_t j = i; j < candidates.size(); ++j)
                        if (weightBetween(run, candidates[j], candidates[i]) <= terms.capacity)
                            least = std::min(least,
                                             totalOneByOne(run, model, terms, candidates[j], candidates[i]));
                const double size = std::max(1.0, std::abs(least));
                EXPECT_NEAR(best.total(), least, 1e-9 * size) << "seed " << seed;
                EXPECT_NEAR(best.total(), totalOneByOne(run, model, terms, best.review, best.automatic),
                            1e-9 * size);
                EXPECT_LE(best.reviewed.weight(), terms.capacity + 1e-9);
                EXPECT_EQ(best.none.n() + best.reviewed.n() + best.acted.n(), run.scores.size());
                ASSERT_FALSE(HasFailure()) << "seed " << seed;
            }
        }
    }
}

TEST(Tiers, WhereAReviewCannotPayThereIsNoBand) {
    const test::RandomRun run({.samples = 300, .distinct = 40}, 7);
    const auto sweep = run.sweep();
    const BoundCost cost(retention(), {});
    const Tiers dear = bestTiers(*sweep, cost, {1000, 1});
    const Optimum best = optimum(*sweep, cost);
    EXPECT_FALSE(dear.hasBand());
    EXPECT_EQ(dear.review, best.threshold);
    EXPECT_DOUBLE_EQ(dear.total(), best.total);
    EXPECT_TRUE(bestTiers(*sweep, cost, {0.5, 1}).hasBand());
    EXPECT_FALSE(bestTiers(*sweep, cost, {0.5, 1, 0}).hasBand()) << "nobody is there to review";
}

TEST(Tiers, AReviewerWhoIsAlwaysWrongTurnsTheDecisions) {
    const test::RandomRun run({.samples = 100}, 8);
    const auto sweep = run.sweep();
    const BoundCost cost(retention(), {});
    const double nobody = std::numeric_limits<double>::infinity();
    const Tiers wrong = tiersAt(*sweep, cost, {0, 0}, -nobody, nobody);
    const Tally all = sweep->at(-nobody);
    EXPECT_DOUBLE_EQ(wrong.total(), 30 * all.tp.weight + 5 * all.fp.weight);
    const Tiers right = tiersAt(*sweep, cost, {0, 1}, -nobody, nobody);
    EXPECT_DOUBLE_EQ(right.total(), -10 * all.tp.weight);
}

TEST(Tiers, ImpossibleTermsAreRefused) {
    const test::RandomRun run({.samples = 20}, 9);
    const auto sweep = run.sweep();
    const BoundCost cost(CostModel(), {});
    EXPECT_THROW(tiersAt(*sweep, cost, {}, 0.8, 0.2), Error);
    EXPECT_THROW(tiersAt(*sweep, cost, {}, std::nan(""), 0.2), Error);
    EXPECT_THROW(bestTiers(*sweep, cost, {1, 1.5}), Error);
    EXPECT_THROW(bestTiers(*sweep, cost, {1, 1, -1}), Error);
}

}  // namespace
}  // namespace reckoner
