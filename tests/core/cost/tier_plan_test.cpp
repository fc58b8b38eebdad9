#include "core/cost/tier_plan.h"

#include <cmath>
#include <functional>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

TierPlan threeTiers() {
    TierPlan plan;
    plan.cutoffs = {0.3, 0.7};
    plan.tiers = usualTiers(2);
    plan.tiers[1] = {"check", TierAct::Review, "ask for papers", "underwriter", "2 days"};
    plan.accuracy = 0.9;
    plan.capacity = 120;
    plan.minutes = 20;
    return plan;
}

TEST(TierPlan, ComesBackFromJson) {
    TierPlan plan = threeTiers();
    EXPECT_EQ(tierPlanFromJson(tierPlanJson(plan)), plan);
    plan.cutoffs[1] = std::numeric_limits<double>::infinity();
    plan.reviewCost = 12;
    plan.tiers[0].name = "niente \"altro\" \xE2\x82\xAC";
    EXPECT_EQ(tierPlanFromJson(tierPlanJson(plan)), plan);
    EXPECT_EQ(tierPlanJson(TierPlan()), "");
}

TEST(TierPlan, TextThatIsNoPlanIsNone) {
    EXPECT_FALSE(tierPlanFromJson(""));
    EXPECT_FALSE(tierPlanFromJson("[1, 2]"));
    EXPECT_FALSE(tierPlanFromJson("{\"cutoffs\": [0.5], \"tiers\": [{\"act\": \"none\"}]}"))
        << "a tier is missing";
    EXPECT_FALSE(
        tierPlanFromJson("{\"cutoffs\": [\"nan\"], \"tiers\": [{\"act\": \"none\"}, {\"act\": \"none\"}]}"));
    EXPECT_FALSE(
        tierPlanFromJson("{\"cutoffs\": [0.5, 0.4], \"tiers\": [{\"act\": \"none\"}, {\"act\": \"none\"},"
                         " {\"act\": \"none\"}]}"));
    EXPECT_FALSE(
        tierPlanFromJson("{\"cutoffs\": [0.5], \"tiers\": [{\"act\": \"dance\"}, {\"act\": \"none\"}]}"));
    EXPECT_TRUE(
        tierPlanFromJson("{\"cutoffs\": [0.5], \"tiers\": [{\"act\": \"none\"}, {\"act\": \"review\"}]}"));
}

TEST(TierPlan, ASampleIsInTheTierItsScoreReaches) {
    const TierPlan plan = threeTiers();
    EXPECT_EQ(plan.tierOf(0.29), 0U);
    EXPECT_EQ(plan.tierOf(0.3), 1U);
    EXPECT_EQ(plan.tierOf(0.69), 1U);
    EXPECT_EQ(plan.tierOf(0.7), 2U);
}

TEST(TierPlan, CutoffsStopAtTheirNeighbours) {
    TierPlan plan = threeTiers();
    moveCutoff(plan, 0, 0.9);
    EXPECT_EQ(plan.cutoffs, (std::vector<double>{0.7, 0.7}));
    moveCutoff(plan, 1, std::numeric_limits<double>::infinity());
    moveCutoff(plan, 0, -std::numeric_limits<double>::infinity());
    EXPECT_TRUE(std::isinf(plan.cutoffs[0]) && std::isinf(plan.cutoffs[1]));
    moveCutoff(plan, 1, 0.2);
    moveCutoff(plan, 1, -5);
    EXPECT_NO_THROW(check(plan));
}

TEST(TierPlan, WhatCannotBeIsRefused) {
    const auto refused = [](const std::function<void(TierPlan&)>& change) {
        TierPlan plan = threeTiers();
        change(plan);
        EXPECT_THROW(check(plan), Error);
    };
    EXPECT_NO_THROW(check(threeTiers()));
    refused([](TierPlan& plan) { plan.cutoffs = {0.7, 0.3}; });
    refused([](TierPlan& plan) { plan.cutoffs = {}; });
    refused([](TierPlan& plan) { plan.cutoffs = {0.1, std::nan("")}; });
    refused([](TierPlan& plan) { plan.tiers.pop_back(); });
    refused([](TierPlan& plan) { plan.accuracy = 1.2; });
    refused([](TierPlan& plan) { plan.capacity = -1; });
    refused([](TierPlan& plan) { plan.minutes = -1; });
    refused([](TierPlan& plan) { plan.reviewCost = std::nan(""); });
    refused([](TierPlan& plan) {
        plan.cutoffs = {0.1, 0.2, 0.3, 0.4};
        plan.tiers.resize(5);
    });
}

TEST(TierPlan, ReviewTiersSideBySideAreOneQueue) {
    TierPlan plan = threeTiers();
    EXPECT_TRUE(oneReviewBand(plan));
    plan.tiers = usualTiers(3);
    EXPECT_TRUE(oneReviewBand(plan)) << "watch and monitor";
    plan.tiers[2].act = TierAct::Automatic;
    plan.tiers[3].act = TierAct::Review;
    EXPECT_FALSE(oneReviewBand(plan));
}

}  // namespace
}  // namespace reckoner
