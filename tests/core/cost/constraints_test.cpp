#include "core/cost/constraints.h"

#include <cmath>
#include <functional>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/metrics/metric_list.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

constexpr double kNoThreshold = std::numeric_limits<double>::infinity();

Constraint asked(const char* metric, Bound bound, double limit) {
    return {findMetric(metric)->value, bound, limit, {}};
}

std::vector<CostModel> limitedCosts() {
    std::vector<CostModel> models(3);
    models[1].tp.fixed = -10;
    models[1].fp.fixed = 5;
    models[1].fn.fixed = 30;
    models[2].fp.fixed = models[2].fn.fixed = 0;  // everything ties
    return models;
}

// What a constraint's own samples come to at a threshold, counted one by one.
using Counted = std::function<Tally(std::size_t constraint, double threshold)>;

struct Expected {
    std::optional<double> threshold;
    double total = kNoThreshold;
};

Expected bruteForce(const test::RandomRun& run, const Sweep& sweep, const BoundCost& cost,
                    const std::vector<Constraint>& constraints, const Counted& counted) {
    Expected best;
    for (const double threshold : run.candidates()) {
        bool holds = true;
        for (std::size_t i = 0; i < constraints.size(); ++i)
            holds = holds && constraints[i].holds(constraints[i].value(counted(i, threshold)));
        const double total = cost.total(sweep.at(threshold));
        EXPECT_NEAR(total, cost.total(run.countAt(threshold)), 1e-6);
        if (holds && total < best.total) best = {threshold, total};
    }
    return best;
}

// The nearest value to its limit among the candidates that `admit` lets through.
std::optional<double> nearest(const test::RandomRun& run, const std::vector<Constraint>& constraints,
                              std::size_t which, const Counted& counted,
                              const std::function<bool(double)>& admit) {
    std::optional<double> best;
    for (const double threshold : run.candidates()) {
        if (!admit(threshold)) continue;
        const Value value = constraints[which].value(counted(which, threshold));
        if (!value) continue;
        const bool floor = constraints[which].bound == Bound::AtLeast;
        if (!best || (floor ? *value > *best : *value < *best)) best = *value;
    }
    return best;
}

void expectExplained(const test::RandomRun& run, const LimitedOptimum& found,
                     const std::vector<Constraint>& constraints, const Counted& counted) {
    const auto holds = [&](std::size_t i, double threshold) {
        return constraints[i].holds(constraints[i].value(counted(i, threshold)));
    };
    ASSERT_FALSE(found.unmet.empty());
    for (const LimitedOptimum::Unmet& unmet : found.unmet) {
        const Constraint& constraint = constraints[unmet.constraint];
        EXPECT_FALSE(constraint.holds(unmet.reached));
        std::function<bool(double)> admit = [](double) { return true; };
        if (found.conflict == LimitedOptimum::Conflict::Together)
            admit = [&](double threshold) {
                for (std::size_t i = 0; i < constraints.size(); ++i)
                    if (i != unmet.constraint && !holds(i, threshold)) return false;
                return true;
            };
        if (found.conflict != LimitedOptimum::Conflict::All) {
            const auto best = nearest(run, constraints, unmet.constraint, counted, admit);
            ASSERT_EQ(best.has_value(), static_cast<bool>(unmet.reached));
            if (best) {
                EXPECT_NEAR(*best, *unmet.reached, 1e-9);
            }
        }
        if (unmet.reached) {
            const Value there = constraint.value(counted(unmet.constraint, unmet.threshold));
            ASSERT_TRUE(there);
            EXPECT_NEAR(*there, *unmet.reached, 1e-9);
        }
    }
}

TEST(Constraints, TheBestIsThatOfABruteForceOverAllThresholds) {
    std::uint64_t seed = 7000;
    int impossible = 0;
    int possible = 0;
    Random random(11);
    for (const auto& shape : test::randomRunShapes()) {
        if (shape.measures > 0) continue;
        const test::RandomRun run(shape, ++seed);
        const auto sweep = run.sweep();
        for (const CostModel& model : limitedCosts()) {
            const BoundCost cost(model, {});
            for (int round = 0; round < 8; ++round) {
                std::vector<Constraint> constraints;
                if (random.below(2) == 0)
                    constraints.push_back(asked("precision", Bound::AtLeast, random.unit()));
                if (random.below(2) == 0)
                    constraints.push_back(asked("recall", Bound::AtLeast, random.unit()));
                if (random.below(2) == 0)
                    constraints.push_back(asked("selection_rate", Bound::AtMost, random.unit()));
                const Counted counted = [&](std::size_t, double t) { return run.countAt(t); };
                const Expected expected = bruteForce(run, *sweep, cost, constraints, counted);
                const LimitedOptimum found = limitedOptimum(*sweep, cost, constraints);
                ASSERT_EQ(found.best.has_value(), expected.threshold.has_value()) << "seed " << seed;
                if (found.best) {
                    ++possible;
                    EXPECT_NEAR(found.best->total, expected.total, 1e-6);
                    EXPECT_EQ(found.best->threshold, *expected.threshold) << "seed " << seed;
                    EXPECT_EQ(found.conflict, LimitedOptimum::Conflict::None);
                } else {
                    ++impossible;
                    expectExplained(run, found, constraints, counted);
                }
                ASSERT_FALSE(HasFailure()) << "seed " << seed << " round " << round;
            }
        }
    }
    EXPECT_GT(possible, 50);
    EXPECT_GT(impossible, 50);
}

TEST(Constraints, EachCohortHasAFloorOfItsOwn) {
    std::uint64_t seed = 8000;
    int together = 0;
    for (const int distinct : {0, 12}) {
        for (const bool weighted : {false, true}) {
            for (int round = 0; round < 30; ++round) {
                test::RandomRunShape shape;
                shape.samples = 120;
                shape.distinct = distinct;
                shape.weighted = weighted;
                shape.groups = 3;
                const test::RandomRun run(shape, ++seed);
                std::vector<Constraint> constraints;
                Random random(seed);
                for (int group = 0; group < 3; ++group) {
                    std::vector<double> scores, weights;
                    std::vector<std::uint8_t> positives;
                    for (std::size_t i = 0; i < run.scores.size(); ++i) {
                        if (run.groupCodes[i] != static_cast<std::uint32_t>(group)) continue;
                        scores.push_back(run.scores[i]);
                        positives.push_back(run.positives[i]);
                        if (weighted) weights.push_back(run.weights[i]);
                    }
                    Constraint constraint = asked("recall", Bound::AtLeast, 0.4 + 0.6 * random.unit());
                    constraint.of = ThresholdSweep::build(scores, positives, weights, {}, {}, 1);
                    constraints.push_back(constraint);
                }
                constraints.push_back(asked("selection_rate", Bound::AtMost, random.unit()));
                const Counted counted = [&](std::size_t i, double t) {
                    return i < 3 ? run.countAt(t, static_cast<int>(i)) : run.countAt(t);
                };
                const BoundCost cost(CostModel{}, {});
                const Expected expected = bruteForce(run, *run.sweep(), cost, constraints, counted);
                const LimitedOptimum found = limitedOptimum(*run.sweep(), cost, constraints);
                ASSERT_EQ(found.best.has_value(), expected.threshold.has_value()) << "seed " << seed;
                if (found.best) {
                    EXPECT_EQ(found.best->threshold, *expected.threshold);
                } else {
                    expectExplained(run, found, constraints, counted);
                }
                together += found.conflict == LimitedOptimum::Conflict::Together ? 1 : 0;
                ASSERT_FALSE(HasFailure()) << "seed " << seed;
            }
        }
    }
    EXPECT_GT(together, 3);
}

TEST(Constraints, NothingAskedIsTheCheapestOfAll) {
    const test::RandomRun run({}, 3);
    const BoundCost cost(CostModel{}, {});
    const LimitedOptimum found = limitedOptimum(*run.sweep(), cost, {});
    double least = kNoThreshold;
    for (const double threshold : run.candidates())
        least = std::min(least, cost.total(run.countAt(threshold)));
    ASSERT_TRUE(found.best);
    EXPECT_EQ(found.best->total, least);
}

TEST(Constraints, WhatIsUndefinedIsNotHeld) {
    const std::vector<double> scores{0.2, 0.8};
    const std::vector<std::uint8_t> none{0, 0};
    const auto sweep = ThresholdSweep::build(scores, none, {}, {}, {}, 1);
    const BoundCost cost(CostModel{}, {});
    const std::vector<Constraint> recall{asked("recall", Bound::AtLeast, 0)};
    const LimitedOptimum found = limitedOptimum(*sweep, cost, recall);
    EXPECT_FALSE(found.best);
    EXPECT_EQ(found.conflict, LimitedOptimum::Conflict::Alone);
    EXPECT_FALSE(found.unmet.at(0).reached);
    // Flagging nobody has no precision; with a floor of 0 every other threshold holds.
    const std::vector<Constraint> precision{asked("precision", Bound::AtLeast, 0)};
    const LimitedOptimum some = limitedOptimum(*sweep, cost, precision);
    ASSERT_TRUE(some.best);
    EXPECT_EQ(some.best->threshold, 0.8);
}

TEST(Constraints, ACohortWithoutSamplesHoldsNoFloor) {
    const test::RandomRun run({}, 4);
    Constraint constraint = asked("recall", Bound::AtLeast, 0.1);
    constraint.of = ThresholdSweep::build({}, {}, {}, {}, {}, 1);
    const BoundCost cost(CostModel{}, {});
    const LimitedOptimum found = limitedOptimum(*run.sweep(), cost, std::vector{constraint});
    EXPECT_FALSE(found.best);
    EXPECT_EQ(found.conflict, LimitedOptimum::Conflict::Alone);
}

TEST(Constraints, CanBeCancelled) {
    const test::RandomRun run({}, 5);
    std::stop_source stop;
    stop.request_stop();
    const BoundCost cost(CostModel{}, {});
    EXPECT_THROW(limitedOptimum(*run.sweep(), cost, {}, TaskContext(stop.get_token(), {})), Error);
}

}  // namespace
}  // namespace reckoner
