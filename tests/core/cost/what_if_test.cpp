#include "core/cost/what_if.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

double costUnder(const RunAnalysisPtr& run, double prevalence, double threshold) {
    CostModel costs = run->cost.model();
    costs.prevalence = prevalence;
    const RunAnalysisPtr priced = withCosts(run, costs);
    return priced->perPeriod(priced->cost.total(priced->sweep->at(threshold)));
}

TEST(WhatIf, TwiceTheVolumeCostsTwiceAsMuchAtTheSamePlace) {
    const RunAnalysisPtr run = test::creditRun(2);
    const WhatIf now = whatIf(run, 0.31, {});
    EXPECT_DOUBLE_EQ(now.cost, run->perPeriod(run->cost.total(run->sweep->at(0.31))));
    EXPECT_DOUBLE_EQ(now.lowestThreshold, run->best->threshold);
    const WhatIf twice = whatIf(run, 0.31, {2'000, {}});
    EXPECT_NEAR(twice.cost, 2 * now.cost, 1e-6);
    EXPECT_NEAR(twice.lowest, 2 * now.lowest, 1e-6);
    EXPECT_NEAR(twice.flagged, 2 * now.flagged, 1e-9);
    EXPECT_EQ(twice.lowestThreshold, now.lowestThreshold);
}

TEST(WhatIf, AnotherMixMovesTheLowestToWhereTheCostsSay) {
    const RunAnalysisPtr run = test::creditRun(2);
    const WhatIf rare = whatIf(run, 0.31, {{}, 0.05});
    EXPECT_NEAR(rare.cost, costUnder(run, 0.05, 0.31), 1e-6);
    EXPECT_GT(rare.lowestThreshold, run->best->threshold);
    EXPECT_LT(rare.flagged, whatIf(run, 0.31, {}).flagged);
}

TEST(WhatIf, WhatTheTeamCannotSeeIsCounted) {
    CostModel costs = test::creditRun(2)->cost.model();
    costs.reviewCapacity = 300;
    const RunAnalysisPtr run = withCosts(test::creditRun(2), costs);
    const WhatIf found = whatIf(run, 0.31, {2'000, {}});
    ASSERT_TRUE(found.over);
    EXPECT_NEAR(*found.over, found.flagged - 300, 1e-9);
}

TEST(WhatIf, WhatCannotBeIsRefused) {
    const RunAnalysisPtr run = test::creditRun(2);
    EXPECT_THROW(whatIf(run, 0.3, {0.0, {}}), Error);
    EXPECT_THROW(whatIf(run, 0.3, {{}, 1.0}), Error);
    EXPECT_THROW(whatIf(run, 0.3, {NAN, {}}), Error);
}

// The stretch of shares against pricing every share anew.
TEST(WhatIf, TheShareAtWhichAChoiceTurnsIsTheOneThatPricingFinds) {
    const RunAnalysisPtr run = test::creditRun(2);
    Random random(20261123);
    for (int i = 0; i < 12; ++i) {
        const double a = random.unit(), b = random.unit();
        const auto range = stablePrevalence(*run, a, b);
        for (const double share : {0.02, 0.1, 0.25, 0.5, 0.8, 0.97}) {
            const double difference = costUnder(run, share, a) - costUnder(run, share, b);
            if (std::fabs(difference) < 1e-6) continue;
            const bool inside = range && share >= range->lo && share <= range->hi;
            EXPECT_EQ(difference < 0, inside) << a << " against " << b << " at " << share;
        }
    }
}

}  // namespace
}  // namespace reckoner
