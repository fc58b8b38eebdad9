#include "core/wording/tier_sentences.h"

#include <gtest/gtest.h>

#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TierPlan desk() {
    TierPlan plan;
    plan.cutoffs = {0.3, 0.6};
    plan.tiers = usualTiers(2);
    plan.tiers[1].who = "an underwriter";
    plan.reviewCost = 12;
    plan.minutes = 20;
    return plan;
}

ReviewQueue queueOf(double reviews, std::optional<double> capacity) {
    ReviewQueue queue;
    queue.reviews = reviews;
    queue.hours = reviews / 3;
    queue.money = reviews * 12;
    queue.capacity = capacity;
    if (capacity && reviews > *capacity) {
        queue.over = reviews - *capacity;
        queue.overHours = queue.over / 3;
        queue.overMoney = queue.over * 12;
    }
    return queue;
}

TEST(TierSentences, SayWhoGetsHowManyAndWhatItCosts) {
    const RunAnalysisPtr run = test::creditRun(2);
    const Vocabulary words = test::creditWords();
    EXPECT_EQ(plain(queueSentence(*run, words, desk(), queueOf(120, 108))),
              "120 a month go to an underwriter: 40 hours, 1,440 EUR.");
    EXPECT_EQ(overSentence(*run, words, queueOf(120, 108)),
              "12 more than the team can see: 4 hours, 144 EUR a month.");
    EXPECT_EQ(overSentence(*run, words, queueOf(120, 120)), "");
    EXPECT_EQ(roomSentence(*run, queueOf(120, 128)), "The team has room for 8 more a month.");
    EXPECT_EQ(roomSentence(*run, queueOf(120, 120)), "The team is full.");
    EXPECT_EQ(roomSentence(*run, queueOf(120, std::nullopt)), "");
    TierPlan alone = desk();
    alone.tiers[1].act = TierAct::None;
    EXPECT_EQ(plain(queueSentence(*run, words, alone, queueOf(0, {}))), "Nothing is sent to people.");
}

TEST(TierSentences, TheHeadlineNamesAllCutoffs) {
    const RunAnalysisPtr run = test::creditRun(2);
    const std::string text = plain(tierHeadline(*run, test::creditWords(), desk()));
    EXPECT_EQ(text.substr(0, 29), "Tiers at 0.30 and 0.60 cost " + text.substr(28, 1));
    EXPECT_EQ(text.substr(text.size() - 12), " EUR a month");
    TierPlan three = desk();
    three.cutoffs = {0.2, 0.3, 0.6};
    three.tiers = usualTiers(3);
    EXPECT_EQ(plain(tierHeadline(*run, test::creditWords(), three)).substr(0, 34),
              "Tiers at 0.20, 0.30 and 0.60 cost ");
}

TEST(TierSentences, RowsSayWhereTheirTierIs) {
    const RunAnalysisPtr run = test::creditRun(2);
    const TierSheet sheet = tierSheet(*run, desk());
    const auto rows = tierRowTexts(*run, test::creditWords(), desk(), sheet);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].from, "below 0.30");
    EXPECT_EQ(rows[1].from, "0.30 to 0.60");
    EXPECT_EQ(rows[2].from, "0.60 and up");
    EXPECT_NE(rows[1].mix.find(" defaults, "), std::string::npos) << rows[1].mix;
    TierPlan empty = desk();
    empty.cutoffs = {0.6, 0.6};
    EXPECT_EQ(tierRowTexts(*run, test::creditWords(), empty, tierSheet(*run, empty))[1].mix, "none");
}

TEST(TierSentences, AgainstThePolicyItSaysWhatIsKnown) {
    const RunAnalysisPtr run = test::creditRun(2);
    const OperatingPoint tiers{0, desk()};
    const OperatingPoint policy{0.42, {}};
    EXPECT_NE(plain(pointAgainstPolicy(*run, tiers, {policy, Interval{-20'000, -10'000}}))
                  .find("less than the policy in force, between 10,000 and 20,000 less. The lowest with one "
                        "threshold is 61,400, at 0.259."),
              std::string::npos);
    EXPECT_EQ(plain(pointAgainstPolicy(*run, tiers, {policy, Interval{-1'000, 500}})).substr(0, 18),
              "No difference seen");
    EXPECT_EQ(plain(pointAgainstPolicy(*run, tiers, {tiers, {}})).substr(0, 28),
              "This is the policy in force.");
    EXPECT_EQ(plain(pointAgainstPolicy(*run, tiers, {})).substr(0, 15), "This version ha");
}

TEST(TierSentences, AButtonThatCannotHelpSaysWhy) {
    TierPlan plan = desk();
    EXPECT_EQ(whyNoFit(plan, queueOf(120, std::nullopt)), "Say how many reviews the team can do.");
    EXPECT_EQ(whyNoFit(plan, queueOf(100, 120)), "It fits already.");
    EXPECT_EQ(whyNoFit(plan, queueOf(120, 108)), "");
    for (TierRule& tier : plan.tiers)
        tier.act = TierAct::None;
    EXPECT_EQ(whyNoFit(plan, queueOf(120, 108)), "Nothing is sent to people.");
}

}  // namespace
}  // namespace reckoner
