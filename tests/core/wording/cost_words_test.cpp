#include "core/wording/cost_words.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

Vocabulary loanWords() {
    Vocabulary words;
    words.flag = "refuse";
    words.pass = "approve";
    words.passed = "approved";
    words.positiveOne = "customer who would have defaulted";
    words.negativeOne = "applicant who would have paid";
    words.missedOne = "missed default";
    words.falseAlarmOne = "good customer refused";
    words.realOnes = "defaults";
    words.samples = "applications";
    return words;
}

TEST(CostWords, AskInTheModelsOwnWords) {
    EXPECT_EQ(outcomeQuestion(loanWords(), "bad", Outcome::Missed),
              "When we approve a customer who would have defaulted, it costs us");
    EXPECT_EQ(outcomeQuestion(loanWords(), "bad", Outcome::FalseAlarm),
              "When we refuse an applicant who would have paid, it costs us");
    EXPECT_EQ(outcomeQuestion(Vocabulary{}, "bad", Outcome::Caught),
              "When we flag a sample that is \u201Cbad\u201D, it costs us");
    EXPECT_EQ(outcomeQuestion(Vocabulary{}, "bad", Outcome::LetThrough),
              "When we let through a sample that is not \u201Cbad\u201D, it costs us");
}

TEST(CostWords, ExplainAMinus) {
    EXPECT_EQ(gainNote({15, 0.1, "amount"}, "EUR"), "");
    EXPECT_EQ(gainNote({-15, 0, {}}, "EUR"), "A minus means a gain: we get 15 EUR.");
    EXPECT_EQ(gainNote({5, -0.1, "amount"}, "EUR"), "A minus means that we gain that part.");
}

TEST(CostWords, SayWhatChangedAndNothingElse) {
    CostModelRow before;
    before.words = loanWords();
    before.costs.fn = {0, 0.5, "amount"};
    before.costs.fp = {30, 0, {}};
    before.costs.currency = "EUR";
    CostModelRow now = before;
    now.costs.fn.factor = 0.6;
    now.costs.fp.fixed = -25;
    now.costs.prevalence = 0.04;
    now.costs.reviewCapacity = 80;
    now.words.samples = "loans";
    EXPECT_EQ(costChanges(&before, now),
              (std::vector<std::string>{"missed default: 50\u202F% \u2192 60\u202F% of amount",
                                        "good customer refused: 30 \u2192 \u2212"
                                        "25",
                                        "reviews a month: no limit \u2192 80",
                                        "defaults in production: as in the run \u2192 4\u202F%",
                                        "word: applications \u2192 loans"}));
    EXPECT_TRUE(costChanges(&now, now).empty());
    // The first one says what it says.
    const auto first = costChanges(nullptr, before);
    EXPECT_EQ(first.front(), "missed default: 50\u202F% of amount");
    CostModelRow gone = before;
    gone.removed = true;
    EXPECT_EQ(costChanges(&before, gone), (std::vector<std::string>{"scenario taken away"}));
}

TEST(CostWords, SayWhichClassWasCalledWhich) {
    CostModelRow before, now;
    before.costs.byClass = {{"cat", "dog"}, {0, 2, 3, 0}};
    now.costs.byClass = {{"cat", "dog"}, {0, 2, 5, 0}};
    EXPECT_EQ(costChanges(&before, now), (std::vector<std::string>{"dog called cat: 3 \u2192 5"}));
}

TEST(CostWords, SayWhereAChoiceTurns) {
    CostModel costs;
    costs.fn.fixed = 300;
    costs.currency = "EUR";
    BreakEven turn;
    turn.turns = Turns::HoldsAbove;
    turn.at.fixed = 212;
    EXPECT_EQ(breakEvenSentence(turn, Outcome::Missed, costs, loanWords(), "the policy in force"),
              "This holds against the policy in force while a missed default costs more than 212 EUR (now "
              "300 EUR).");
    turn.turns = Turns::Never;
    EXPECT_EQ(breakEvenSentence(turn, Outcome::FalseAlarm, costs, loanWords(), "v1"),
              "This is dearer than v1, whatever a good customer refused costs.");
    PriceRange range;
    range.lo = 0.7;
    range.hi = 2;
    range.loAt.fixed = 212;
    range.hiAt.fixed = 600;
    EXPECT_EQ(stablePricesSentence(range, Outcome::Missed, costs, loanWords(), "0.31"),
              "0.31 is the cheapest while a missed default costs between 212 EUR and 600 EUR (now 300 EUR).");
}

TEST(CostWords, SharesAreTypedExactly) {
    for (int tenths = -2000; tenths <= 2000; ++tenths) {
        const std::string typed = percentTyped(static_cast<double>(tenths) / 1000);
        EXPECT_LE(typed.size(), 6U) << typed;
        EXPECT_EQ(shareTyped(typed), static_cast<double>(tenths) / 1000) << typed;
    }
    EXPECT_EQ(percentTyped(0.29), "29");
    EXPECT_EQ(shareTyped("0.1"), 0.001);
    EXPECT_EQ(shareTyped("x"), std::nullopt);
}

TEST(CostWords, SayWhichCostsAPageCountsBy) {
    test::VectorTable table;
    table.labels({"yes", "no", "no", "no"}).scores({0.9, 0.1, 0.2, 0.6});
    AnalysisRequest request;
    request.table = table.build();
    CostsInForce costs;
    costs.row.words = loanWords();
    EXPECT_EQ(costsNote(costs, "", false, *analyse(request)), "");
    costs.row.scenario = "worst";
    costs.ofCohort = true;
    costs.row.costs.prevalence = request.costs.prevalence = 0.04;
    EXPECT_EQ(
        costsNote(costs, "Renters", true, *analyse(request)),
        "Scenario worst. These are the costs of Renters only. Weighed to production, where 4\u202F% are "
        "defaults; in this run 25\u202F% are. Tried out, not saved.");
}

}  // namespace
}  // namespace reckoner
