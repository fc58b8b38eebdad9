#include "core/review/policy_evidence.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TierPlan underwriters() {
    TierPlan plan;
    plan.cutoffs = {0.3, 0.6};
    plan.tiers = usualTiers(2);
    plan.reviewCost = 12;
    plan.accuracy = 0.9;
    plan.capacity = 100;
    return plan;
}

TEST(PolicyEvidence, FreezesWhatTheRunSays) {
    const RunAnalysisPtr run = test::creditRun(2);
    const PolicyEvidence evidence =
        freezeEvidence(*run, {"sha", "print", 7, "likely"}, {0.31, {}}, OperatingPoint{0.42, {}});
    EXPECT_EQ(evidence.samples, 4'454U);
    EXPECT_EQ(evidence.positives, 1'254U);
    EXPECT_EQ(evidence.adopted.figures.mix.fn, 301);
    EXPECT_EQ(evidence.adopted.figures.mix.fp, 744);
    EXPECT_NEAR(evidence.adopted.figures.cost, 64'100, 100);
    ASSERT_TRUE(evidence.adopted.cost);
    EXPECT_LT(evidence.adopted.cost->lo, evidence.adopted.figures.cost);
    EXPECT_EQ(evidence.before->figures.mix.fn, 522);
    ASSERT_TRUE(evidence.difference);
    EXPECT_LT(evidence.difference->hi, 0) << "cheaper than before";
    EXPECT_NEAR(evidence.best->figures.cost, run->perPeriod(run->best->total), 1e-6);
    EXPECT_EQ(evidence.costModelId, 7);
    EXPECT_EQ(evidence.volume, 1'000);
    EXPECT_TRUE(evidence.adopted.figures.precisionInterval);
}

void expectSame(const FrozenPoint& a, const FrozenPoint& b) {
    EXPECT_EQ(a.point, b.point);
    EXPECT_EQ(a.figures.mix.tp, b.figures.mix.tp);
    EXPECT_EQ(a.figures.reviewed, b.figures.reviewed);
    EXPECT_EQ(a.figures.precision.v, b.figures.precision.v);
    EXPECT_EQ(a.figures.recallInterval.has_value(), b.figures.recallInterval.has_value());
    EXPECT_EQ(a.figures.cost, b.figures.cost);
    ASSERT_EQ(a.figures.tiers.size(), b.figures.tiers.size());
    for (std::size_t i = 0; i < a.figures.tiers.size(); ++i)
        EXPECT_EQ(a.figures.tiers[i].positives, b.figures.tiers[i].positives);
    ASSERT_EQ(a.cost.has_value(), b.cost.has_value());
    EXPECT_EQ(a.cost.value_or(Interval{0, 0}).lo, b.cost.value_or(Interval{0, 0}).lo);
}

TEST(PolicyEvidence, ComesBackFromItsJson) {
    const RunAnalysisPtr run = test::creditRun(2);
    const PolicyEvidence evidence =
        freezeEvidence(*run, {"sha", "print", 7, "likely"}, {0.3, underwriters()}, OperatingPoint{0.42, {}});
    const auto back = evidenceFromJson(evidenceJson(evidence));
    ASSERT_TRUE(back);
    expectSame(back->adopted, evidence.adopted);
    expectSame(*back->before, *evidence.before);
    expectSame(*back->best, *evidence.best);
    EXPECT_EQ(back->difference->hi, evidence.difference->hi);
    EXPECT_EQ(back->fingerprint, "print");
    EXPECT_EQ(back->scenario, "likely");
    EXPECT_EQ(back->currency, "EUR");
    EXPECT_EQ(evidenceJson(*back), evidenceJson(evidence));
}

TEST(PolicyEvidence, NobodyFlaggedHasNoPrecisionAndComesBackSo) {
    const RunAnalysisPtr run = test::creditRun(1);
    const double nobody = std::numeric_limits<double>::infinity();
    const auto back = evidenceFromJson(evidenceJson(freezeEvidence(*run, {}, {nobody, {}}, std::nullopt)));
    ASSERT_TRUE(back);
    EXPECT_TRUE(std::isinf(back->adopted.point.threshold));
    EXPECT_FALSE(back->adopted.figures.precision);
    EXPECT_EQ(*back->adopted.figures.recall, 0);
    EXPECT_FALSE(back->before);
    EXPECT_FALSE(back->difference);
}

TEST(PolicyEvidence, OtherTextIsNone) {
    EXPECT_FALSE(evidenceFromJson(""));
    EXPECT_FALSE(evidenceFromJson("{}"));
    EXPECT_FALSE(evidenceFromJson("[]"));
    const auto odd =
        evidenceFromJson(R"({"adopted": {"threshold": "x", "tiers": [1], "cost_interval": ["a", 1]},
                                          "samples": -3, "run": 1e300})");
    ASSERT_TRUE(odd);
    EXPECT_EQ(odd->samples, 0U);
    EXPECT_EQ(odd->runId, 0);
}

}  // namespace
}  // namespace reckoner
