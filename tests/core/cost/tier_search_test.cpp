// The oracle is every combination of cut-offs, sample by sample.
#include "core/cost/tier_search.h"

#include <cmath>
#include <functional>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/cost/tier_figures.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

struct SearchCase {
    test::RandomRun run;
    CostModel model;
    BoundCost cost;
    std::shared_ptr<const ThresholdSweep> sweep;

    SearchCase(const test::RandomRunShape& shape, const CostModel& costs, std::uint64_t seed)
        : run(shape, seed),
          model(costs),
          cost(costs, shape.measures == 2 ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{}),
          sweep(run.sweep()) {}

    double amount(const OutcomeCost& outcome, std::size_t i) const {
        if (outcome.amountColumn.empty()) return outcome.fixed;
        const double amount = run.amounts[outcome.amountColumn == "a" ? 0 : 1][i];
        return outcome.fixed + (std::isfinite(amount) ? outcome.factor * amount : 0);
    }
    double weight(std::size_t i) const { return run.weights.empty() ? 1 : run.weights[i]; }

    double total(const TierPlan& plan, const ReviewTerms& terms) const {
        double sum = 0;
        for (std::size_t i = 0; i < run.scores.size(); ++i) {
            const bool positive = run.positives[i] != 0;
            const double acted = amount(positive ? model.tp : model.fp, i);
            const double none = amount(positive ? model.fn : model.tn, i);
            const double right = positive ? acted : none;
            const double wrong = positive ? none : acted;
            switch (plan.tiers[plan.tierOf(run.scores[i])].act) {
                case TierAct::Automatic:
                    sum += weight(i) * acted;
                    break;
                case TierAct::None:
                    sum += weight(i) * none;
                    break;
                case TierAct::Review:
                    sum += weight(i) * (terms.cost + terms.accuracy * right + (1 - terms.accuracy) * wrong);
                    break;
            }
        }
        return sum;
    }
    double reviewed(const TierPlan& plan) const {
        double sum = 0;
        for (std::size_t i = 0; i < run.scores.size(); ++i)
            if (plan.tiers[plan.tierOf(run.scores[i])].act == TierAct::Review) sum += weight(i);
        return sum;
    }
};

bool within(double reviewed, const ReviewTerms& terms) {
    return reviewed <= terms.capacity + 1e-9 * std::max(1.0, terms.capacity);
}

// Every ascending choice of cut-offs from the candidates.
void everyPlan(const std::vector<double>& descending, TierPlan plan, std::size_t at,
               const std::function<void(const TierPlan&)>& visit) {
    if (at == plan.cutoffs.size()) {
        visit(plan);
        return;
    }
    for (const double candidate : descending) {
        plan.cutoffs[at] = candidate;
        if (at > 0 && candidate < plan.cutoffs[at - 1]) continue;
        everyPlan(descending, plan, at + 1, visit);
    }
}

std::vector<CostModel> costsToTry(bool amounts) {
    CostModel retention;
    retention.tp.fixed = -10;
    retention.fp.fixed = 5;
    retention.fn.fixed = 30;
    std::vector<CostModel> models{retention, CostModel()};
    if (!amounts) return models;
    CostModel varied;
    varied.fn = {0, 0.5, "a"};
    varied.fp = {1, 0.15, "b"};
    varied.tn = {-0.5, 0, {}};
    models.push_back(varied);
    return models;
}

std::vector<std::vector<TierAct>> actsToTry(std::size_t tiers) {
    std::vector<std::vector<TierAct>> all;
    std::size_t combinations = 1;
    for (std::size_t i = 0; i < tiers; ++i)
        combinations *= 3;
    for (std::size_t code = 0; code < combinations; ++code) {
        std::vector<TierAct> acts;
        for (std::size_t i = 0, rest = code; i < tiers; ++i, rest /= 3)
            acts.push_back(static_cast<TierAct>(rest % 3));
        all.push_back(acts);
    }
    return all;
}

TierPlan planWith(const std::vector<TierAct>& acts, double from) {
    TierPlan plan;
    for (const TierAct act : acts)
        plan.tiers.push_back({"tier", act, {}, {}, {}});
    for (std::size_t i = 0; i + 1 < acts.size(); ++i)
        plan.cutoffs.push_back(from + 0.2 * static_cast<double>(i));
    return plan;
}

void expectBest(const SearchCase& scene, const TierPlan& plan, const ReviewTerms& terms) {
    double least = std::numeric_limits<double>::infinity();
    everyPlan(scene.run.candidates(), plan, 0, [&](const TierPlan& other) {
        if (within(scene.reviewed(other), terms)) least = std::min(least, scene.total(other, terms));
    });
    if (std::isinf(least)) return;  // nothing but reviews, and nobody to do them: no cut-off helps
    TierPlan best = plan;
    best.cutoffs = bestCutoffs(*scene.sweep, scene.cost, terms, plan);
    ASSERT_NO_THROW(check(best));
    EXPECT_TRUE(within(scene.reviewed(best), terms)) << scene.reviewed(best);
    EXPECT_NEAR(scene.total(best, terms), least, 1e-9 * std::max(1.0, std::fabs(least)));
}

TEST(TierSearch, NoCombinationOfCutoffsIsCheaper) {
    std::uint64_t seed = 4'000;
    for (const std::size_t samples : {1, 2, 9, 40})
        for (const int distinct : {1, 6})
            for (const double positives : {0.0, 0.4, 1.0})
                for (const bool weighted : {false, true}) {
                    const std::size_t measures = weighted ? 2 : 0;
                    test::RandomRunShape shape{samples, distinct, positives, weighted, measures, 1, false};
                    for (const CostModel& model : costsToTry(measures == 2)) {
                        const SearchCase scene(shape, model, ++seed);
                        for (const std::size_t tiers : {2, 3, 4})
                            for (const auto& acts : actsToTry(tiers))
                                for (const ReviewTerms& terms :
                                     {ReviewTerms{2, 1, 1e9}, ReviewTerms{0.5, 0.8, 5}, ReviewTerms{0, 1, 0},
                                      ReviewTerms{-3, 0.5, 12.5},
                                      ReviewTerms{1, 0.9, std::numeric_limits<double>::infinity()}}) {
                                    const TierPlan plan = planWith(acts, 0.2);
                                    if (!canSearch(plan, terms)) continue;
                                    expectBest(scene, plan, terms);
                                    ASSERT_FALSE(HasFailure()) << "seed " << seed;
                                }
                    }
                }
}

TEST(TierSearch, FittingIsTheCheapestPartOfTheBandThatFits) {
    std::uint64_t seed = 9'000;
    for (const bool weighted : {false, true})
        for (const double from : {-1.0, 0.1, 0.35})
            for (const CostModel& model : costsToTry(true)) {
                const SearchCase scene({60, 9, 0.4, weighted, 2, 1, false}, model, ++seed);
                for (const std::size_t tiers : {2, 3, 4})
                    for (const auto& acts : actsToTry(tiers)) {
                        const TierPlan plan = planWith(acts, from);
                        const ReviewTerms terms{1, 0.9, 7};
                        if (!canSearch(plan, terms)) continue;
                        TierPlan fitted = plan;
                        fitted.cutoffs = fitCutoffs(*scene.sweep, scene.cost, terms, plan);
                        ASSERT_NO_THROW(check(fitted));
                        if (within(scene.reviewed(plan), terms)) {
                            EXPECT_EQ(fitted.cutoffs, plan.cutoffs);
                            continue;
                        }
                        double least = std::numeric_limits<double>::infinity();
                        std::vector<double> candidates = scene.run.candidates();
                        candidates.insert(candidates.end(), plan.cutoffs.begin(), plan.cutoffs.end());
                        everyPlan(candidates, plan, 0, [&](const TierPlan& other) {
                            if (!within(scene.reviewed(other), terms)) return;
                            // Nothing is reviewed that was not, and outside the band all is as before.
                            for (std::size_t i = 0; i < plan.cutoffs.size(); ++i)
                                if (plan.tiers[i].act != TierAct::Review &&
                                    plan.tiers[i + 1].act != TierAct::Review &&
                                    other.cutoffs[i] != plan.cutoffs[i])
                                    return;
                            for (const double score : scene.run.scores) {
                                const TierAct before = plan.tiers[plan.tierOf(score)].act;
                                const TierAct after = other.tiers[other.tierOf(score)].act;
                                if (before != TierAct::Review && after != before) return;
                            }
                            least = std::min(least, scene.total(other, terms));
                        });
                        if (std::isinf(least)) {
                            EXPECT_EQ(fitted.cutoffs, plan.cutoffs) << "nothing but reviews";
                            continue;
                        }
                        EXPECT_TRUE(within(scene.reviewed(fitted), terms));
                        EXPECT_NEAR(scene.total(fitted, terms), least,
                                    1e-9 * std::max(1.0, std::fabs(least)));
                        ASSERT_FALSE(HasFailure()) << "seed " << seed << " tiers " << tiers;
                    }
            }
}

TEST(TierSearch, TwoQueuesUnderOneLimitAreNotSearched) {
    TierPlan plan = planWith({TierAct::Review, TierAct::None, TierAct::Review}, 0.2);
    EXPECT_FALSE(canSearch(plan, {1, 1, 10}));
    EXPECT_TRUE(canSearch(plan, {1, 1}));
    EXPECT_TRUE(canSearch(planWith({TierAct::None, TierAct::Review, TierAct::Review}, 0.2), {1, 1, 10}));
}

TEST(TierSearch, ACutoffThatChangesNoCostStays) {
    const SearchCase scene({400, 0, 0.3, false, 0, 1, false}, costsToTry(false)[0], 77);
    TierPlan plan = planWith({TierAct::None, TierAct::Review, TierAct::Review, TierAct::Automatic}, 0.1);
    const auto best = bestCutoffs(*scene.sweep, scene.cost, {2, 1}, plan);
    ASSERT_LT(best[0], best[2]);
    EXPECT_EQ(best[1], std::clamp(plan.cutoffs[1], best[0], best[2]));
}

}  // namespace
}  // namespace reckoner
