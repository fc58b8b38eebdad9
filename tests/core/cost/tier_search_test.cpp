// The oracle is every combination of cut-offs, sample by sample.
#include "core/cost/tier_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/cost/queue_search.h"
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
                                    expectBest(scene, plan, terms);
                                    ASSERT_FALSE(HasFailure()) << "seed " << seed;
                                }
                    }
                }
}

// Whether an end of a queue lies further out than in the plan: over samples, not in numbers.
bool movedOutwards(const SearchCase& scene, const TierPlan& plan, const TierPlan& other) {
    for (std::size_t i = 0; i < plan.cutoffs.size(); ++i) {
        const bool below = plan.tiers[i].act == TierAct::Review;
        const bool above = plan.tiers[i + 1].act == TierAct::Review;
        if (below == above) continue;
        const double low = std::min(plan.cutoffs[i], other.cutoffs[i]);
        const double high = std::max(plan.cutoffs[i], other.cutoffs[i]);
        const bool crossed = std::any_of(scene.run.scores.begin(), scene.run.scores.end(),
                                         [&](double score) { return score >= low && score < high; });
        if (crossed && (other.cutoffs[i] > plan.cutoffs[i]) == below) return true;
    }
    return false;
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
                            if (movedOutwards(scene, plan, other)) return;
                            least = std::min(least, scene.total(other, terms));
                        });
                        if (std::isinf(least)) {
                            EXPECT_EQ(fitted.cutoffs, plan.cutoffs) << "nothing but reviews";
                            continue;
                        }
                        EXPECT_TRUE(within(scene.reviewed(fitted), terms));
                        EXPECT_NEAR(scene.total(fitted, terms), least,
                                    1e-9 * std::max(1.0, std::fabs(least)));
                        ASSERT_FALSE(HasFailure()) << "seed " << seed << " tiers " << tierPlanJson(plan);
                    }
            }
}

// Every first border with the best of the two others under what it leaves of the limit, one after the other.
double cheapestByAllTriples(const SearchCase& scene, const TierPlan& plan, const ReviewTerms& terms) {
    std::vector<double> candidates = scene.run.candidates();
    std::sort(candidates.begin(), candidates.end(), std::greater<>());
    const std::size_t n = candidates.size();
    std::vector<std::array<double, 3>> gains(n);
    std::vector<double> weights(n);
    double none = 0;
    for (std::size_t p = 0; p < n; ++p) {
        const Tally tally = scene.sweep->at(candidates[p]);
        weights[p] = tally.tp.weight + tally.fp.weight;
        for (std::size_t border = 0; border < 3; ++border)
            gains[p][border] = tierCost(scene.cost, terms, plan.tiers[3 - border].act, tally.tp, tally.fp) -
                               tierCost(scene.cost, terms, plan.tiers[2 - border].act, tally.tp, tally.fp);
    }
    const Tally nobody = scene.sweep->at(std::numeric_limits<double>::infinity());
    none = tierCost(scene.cost, terms, plan.tiers[0].act, nobody.fn, nobody.tn);
    const auto is = [&](std::size_t tier) { return plan.tiers[tier].act == TierAct::Review ? 1.0 : 0.0; };
    const double all = nobody.fn.weight + nobody.tn.weight;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a; b < n; ++b)
            for (std::size_t c = b; c < n; ++c) {
                const double queued = is(3) * weights[a] + is(2) * (weights[b] - weights[a]) +
                                      is(1) * (weights[c] - weights[b]) + is(0) * (all - weights[c]);
                if (queued > terms.capacity + 1e-9 * terms.capacity) continue;
                least = std::min(least, none + gains[a][0] + gains[b][1] + gains[c][2]);
            }
    return least;
}

TEST(TierSearch, TwoQueuesShareOneTeam) {
    std::uint64_t seed = 12'000;
    const std::vector<std::vector<TierAct>> queues{
        {TierAct::None, TierAct::Review, TierAct::Automatic, TierAct::Review},
        {TierAct::Automatic, TierAct::Review, TierAct::None, TierAct::Review},
        {TierAct::Review, TierAct::None, TierAct::Review, TierAct::Automatic},
        {TierAct::Review, TierAct::Automatic, TierAct::Review, TierAct::None}};
    for (const bool weighted : {false, true})
        for (const double share : {0.02, 0.2, 0.6})
            for (const CostModel& model : costsToTry(weighted))
                for (const auto& acts : queues) {
                    const std::size_t measures = weighted ? 2 : 0;
                    const SearchCase scene({130, 0, 0.4, weighted, measures, 1, false}, model, ++seed);
                    TierPlan plan = planWith(acts, 0.2);
                    const Tally nobody = scene.sweep->at(std::numeric_limits<double>::infinity());
                    const ReviewTerms terms{0.3, 0.95, share * (nobody.fn.weight + nobody.tn.weight)};
                    plan.cutoffs = bestCutoffs(*scene.sweep, scene.cost, terms, plan);
                    ASSERT_NO_THROW(check(plan));
                    EXPECT_TRUE(within(scene.reviewed(plan), terms));
                    EXPECT_NEAR(scene.total(plan, terms), cheapestByAllTriples(scene, plan, terms), 1e-7)
                        << "seed " << seed;
                }
}

TEST(TierSearch, TwoQueuesOfManySamplesAreSearchedInFull) {
    const SearchCase scene({20'000, 0, 0.3, false, 0, 1, false}, costsToTry(false)[0], 78);
    TierPlan plan = planWith({TierAct::None, TierAct::Review, TierAct::Automatic, TierAct::Review}, 0.1);
    const ReviewTerms terms{0.5, 0.9, 3'000};
    plan.cutoffs = bestCutoffs(*scene.sweep, scene.cost, terms, plan);
    EXPECT_TRUE(within(scene.reviewed(plan), terms));
    const double best = scene.total(plan, terms);
    // Nothing near it is cheaper, and neither is what one queue alone can do.
    for (std::size_t i = 0; i < 3; ++i)
        for (const double step : {-0.01, -0.001, 0.001, 0.01}) {
            TierPlan other = plan;
            moveCutoff(other, i, plan.cutoffs[i] + step);
            if (!within(scene.reviewed(other), terms)) continue;
            EXPECT_LE(best, scene.total(other, terms) + 1e-9 * std::fabs(best));
        }
    TierPlan single = planWith({TierAct::None, TierAct::Review, TierAct::Automatic}, 0.1);
    single.cutoffs = bestCutoffs(*scene.sweep, scene.cost, terms, single);
    EXPECT_LE(best, scene.total(single, terms) + 1e-9 * std::fabs(best));
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
