#include "core/metrics/curve.h"

#include <limits>
#include <map>

#include <gtest/gtest.h>

#include "core/cost/optimum.h"
#include "tests/support/random_run.h"

namespace reckoner {
namespace {

TEST(ThinnedCurve, KeepsEverythingWhenThereIsLittle) {
    const test::RandomRun run({300, 0, 0.3, false, 0, 1, false}, 1);
    const auto curve = thinnedCurve(*run.sweep(), BoundCost({}, {}), std::nullopt);
    const auto candidates = run.candidates();
    ASSERT_EQ(curve.size(), candidates.size());
    for (std::size_t i = 0; i < curve.size(); ++i)
        EXPECT_EQ(curve[i].threshold, candidates[i]);
}

TEST(ThinnedCurve, StaysSmallAndKeepsEndsExtremesAndTheOptimum) {
    for (const bool crowded : {false, true}) {
        test::RandomRun run({60000, 0, 0.2, false, 0, 1, false}, 2);
        if (crowded)  // nearly all scores in a thousandth of the axis
            for (double& score : run.scores)
                score = score < 0.999 ? score / 1000 : score;
        const auto sweep = run.sweep();
        CostModel model;
        model.fn.fixed = 7;
        const BoundCost cost(model, {});
        const Optimum best = optimum(*sweep, cost);
        const auto curve = thinnedCurve(*sweep, cost, best.threshold);
        ASSERT_LE(curve.size(), 2000u);
        EXPECT_GT(curve.size(), 500u);
        EXPECT_EQ(curve.front().threshold, std::numeric_limits<double>::infinity());
        EXPECT_EQ(curve[1].threshold, sweep->highest());
        EXPECT_EQ(curve.back().threshold, sweep->lowest());

        std::map<double, double> drawn;
        for (std::size_t i = 0; i < curve.size(); ++i) {
            EXPECT_TRUE(i == 0 || curve[i].threshold < curve[i - 1].threshold);
            EXPECT_EQ(curve[i].tally.tp.n, sweep->at(curve[i].threshold).tp.n);
            drawn[curve[i].threshold] = cost.total(curve[i].tally);
        }
        EXPECT_EQ(drawn.at(best.threshold), best.total);
        // The drawn share of flagged samples has no wide gap: ROC and PR keep their corners.
        for (std::size_t i = 1; i < curve.size(); ++i)
            EXPECT_LT(curve[i].tally.flagged() - curve[i - 1].tally.flagged(), 60000u / 100);
    }
}

// Every full-resolution point lies within the drawn range of its column.
TEST(ThinnedCurve, HidesNoPeakOfTheCost) {
    const test::RandomRun run({30000, 0, 0.3, false, 0, 1, false}, 4);
    const auto sweep = run.sweep();
    CostModel model;
    model.fn.fixed = 3;
    const BoundCost cost(model, {});
    double highest = -1e300;
    double lowest = 1e300;
    sweep->scan([&](double, const Tally& tally) {
        highest = std::max(highest, cost.total(tally));
        lowest = std::min(lowest, cost.total(tally));
        return true;
    });
    double drawnHighest = -1e300;
    double drawnLowest = 1e300;
    for (const CurvePoint& point : thinnedCurve(*sweep, cost, std::nullopt)) {
        drawnHighest = std::max(drawnHighest, cost.total(point.tally));
        drawnLowest = std::min(drawnLowest, cost.total(point.tally));
    }
    EXPECT_EQ(drawnHighest, highest);
    EXPECT_EQ(drawnLowest, lowest);
}

}  // namespace
}  // namespace reckoner
