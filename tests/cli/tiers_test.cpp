#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

constexpr const char* kTiersRun = "2.0.0@credit-applications-cv5";

class TiersTest : public testing::Test {
 protected:
    test::Cli cli_{test::demoStore()};
};

TEST_F(TiersTest, SaysTheCutoffsWhatFallsBetweenAndWhatItCosts) {
    const auto document =
        cli_.json({"tiers", kTiersRun, "--review-cost", "1", "--cost", "fp=5,fn=30,tp=-10"});
    ASSERT_EQ(document["cutoffs"].size(), 2u);
    EXPECT_LT(document["cutoffs"][0].get<double>(), document["cutoffs"][1].get<double>());
    const auto& expected = document["expected"];
    EXPECT_EQ(expected["automatic"].get<double>() + expected["review"].get<double>() +
                  expected["none"].get<double>(),
              4454);
    EXPECT_LT(document["total_cost"].get<double>(), document["total_cost_without_review"].get<double>());
    EXPECT_TRUE(document["per_period"].is_null());
}

TEST_F(TiersTest, TheReviewTeamIsNeverOverFull) {
    const auto document = cli_.json(
        {"tiers", kTiersRun, "--review-cost", "1", "--capacity", "100", "--cost", "fp=5,fn=30,tp=-10"});
    EXPECT_LE(document["expected"]["review"].get<double>(), 100);
    EXPECT_GT(document["expected"]["review"].get<double>(), 0);
    // With the model's own 1,000 applications a month the capacity is of a month.
    const auto monthly = cli_.json({"tiers", kTiersRun, "--review-cost", "5", "--capacity", "100"});
    EXPECT_LE(monthly["per_period"]["expected"]["review"].get<double>(), 100);
    EXPECT_GT(monthly["expected"]["review"].get<double>(), 100);
}

TEST_F(TiersTest, AReviewTooDearIsNotAdvised) {
    const auto document = cli_.json({"tiers", kTiersRun, "--review-cost", "1e6"});
    EXPECT_EQ(document["cutoffs"][0], document["cutoffs"][1]);
    EXPECT_EQ(document["expected"]["review"], 0);
    EXPECT_NE(cli_({"tiers", kTiersRun, "--review-cost", "1e6"}).out.find("A review cannot pay here"),
              std::string::npos);
}

TEST_F(TiersTest, TwoReviewTiersShareOneTeam) {
    const auto acts = [&](const char* text) {
        return cli_.json({"tiers", kTiersRun, "--review-cost", "1", "--capacity", "300",
                          "--reviewer-accuracy", "0.95", "--cost", "fp=5,fn=30,tp=-10", "--acts", text});
    };
    const auto two = acts("none,review,automatic,review");
    ASSERT_EQ(two["cutoffs"].size(), 3U);
    ASSERT_EQ(two["tiers"].size(), 4U);
    EXPECT_LE(two["expected"]["review"].get<double>(), 300);
    const auto one = acts("none,review,automatic");
    const auto usual = cli_.json({"tiers", kTiersRun, "--review-cost", "1", "--capacity", "300",
                                  "--reviewer-accuracy", "0.95", "--cost", "fp=5,fn=30,tp=-10"});
    EXPECT_DOUBLE_EQ(one["total_cost"].get<double>(), usual["total_cost"].get<double>());
    EXPECT_EQ(one["cutoffs"], usual["cutoffs"]);
    EXPECT_LE(two["total_cost"].get<double>(), one["total_cost"].get<double>() + 1e-9);
    const auto unknown = cli_({"tiers", kTiersRun, "--review-cost", "1", "--acts", "none,revue"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_NE(unknown.err.find("\"revue\" is nothing that tiers do"), std::string::npos) << unknown.err;
}

TEST_F(TiersTest, WrongUsageIsAnsweredInOneSentence) {
    // Nobody has said what a review of flights costs; of credit it is said with the costs.
    EXPECT_EQ(cli_({"tiers", "12"}).exitCode, 2);
    const auto accuracy = cli_({"tiers", kTiersRun, "--review-cost", "1", "--reviewer-accuracy", "95"});
    EXPECT_EQ(accuracy.exitCode, 2);
    EXPECT_NE(accuracy.err.find("from 0 to 1"), std::string::npos) << accuracy.err;
    EXPECT_EQ(cli_({"tiers", kTiersRun, "--review-cost", "1", "--capacity", "-3"}).exitCode, 2);
}

}  // namespace
}  // namespace reckoner
