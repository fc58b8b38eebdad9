#include "core/metrics/action_changes.h"

#include <gtest/gtest.h>

#include "core/cost/operating_point.h"
#include "core/cost/point_costs.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

// v2 at one threshold against v3 in tiers.
ComparisonRequest tiersOfTheDemo() {
    ComparisonRequest request;
    request.first = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.second = test::demoRun("credit_default/credit_default_v3_boosting.jsonl").build();
    request.alignment = SampleAlignment::byId(*request.first, *request.second);
    request.costs = test::creditCosts();
    request.firstThreshold = 0.42;
    TierPlan plan;
    plan.cutoffs = {0.35, 0.65};
    plan.tiers = usualTiers(2);
    plan.reviewCost = 12;
    request.secondTiers = plan;
    request.replicates = 200;
    return request;
}

TEST(ActionChanges, CountsWhoAPersonDecidesOn) {
    const ComparisonRequest request = tiersOfTheDemo();
    const Comparison comparison = compareRuns(request);
    EXPECT_EQ(comparison.second.threshold, 0.35);
    std::uint64_t reviewed = 0;
    for (const double score : comparison.second.rows.scores)
        reviewed += score >= 0.35 && score < 0.65 ? 1 : 0;
    const ActionChanges changes = actionChanges(comparison);
    EXPECT_GT(reviewed, 0U);
    EXPECT_EQ(changes.reviewedNow, reviewed);
    EXPECT_EQ(changes.toPeople, reviewed);
    EXPECT_EQ(changes.reviewedBefore, 0U);
    EXPECT_EQ(changes.fromPeople, 0U);
}

TEST(ActionChanges, TheMoneyOfARunInTiersIsTheirs) {
    const ComparisonRequest request = tiersOfTheDemo();
    const Comparison comparison = compareRuns(request);
    const RunAnalysisPtr second =
        test::analysed(test::demoRun("credit_default/credit_default_v3_boosting.jsonl"), *request.costs);
    EXPECT_NEAR(*comparison.second.cost, pointTotal(*second, OperatingPoint(0, request.secondTiers)), 1e-6);
    const Difference& difference = *comparison.difference("cost");
    EXPECT_NEAR(*difference.value, *comparison.second.cost - *comparison.first.cost, 1e-6);
    ASSERT_TRUE(difference.interval);
    EXPECT_LT(difference.interval->lo, *difference.value);
    EXPECT_GT(difference.interval->hi, *difference.value);
    // One cut-off that acts is a threshold, in every figure.
    ComparisonRequest one = request;
    one.secondTiers = TierPlan{{0.35}, usualTiers(1), {}, {}, {}, {}};
    ComparisonRequest plain = request;
    plain.secondTiers.reset();
    plain.secondThreshold = 0.35;
    const Comparison asTiers = compareRuns(one), asThreshold = compareRuns(plain);
    for (const auto& [id, expected] : asThreshold.differences) {
        const Difference& found = *asTiers.difference(id);
        EXPECT_EQ(found.value.v.has_value(), expected.value.v.has_value()) << id;
        if (found.value) {
            EXPECT_NEAR(*found.value, *expected.value, 1e-6) << id;
        }
        if (found.interval && expected.interval) {
            EXPECT_NEAR(found.interval->lo, expected.interval->lo, 1e-6) << id;
            EXPECT_NEAR(found.interval->hi, expected.interval->hi, 1e-6) << id;
        }
    }
}

}  // namespace
}  // namespace reckoner
