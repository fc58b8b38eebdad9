// The words of the Decide page, against the credit demo and against runs where something is undefined.
#include "core/wording/decide_sentences.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

const RunAnalysis& creditV2() {
    static const RunAnalysisPtr run = test::creditRun(2);
    return *run;
}

const Vocabulary& creditWordsShared() {
    static const Vocabulary words = test::creditWords();
    return words;
}

RunAnalysisPtr smallRun(const CostModel& costs = {}) {
    test::VectorTable table;
    table.labels({"yes", "no", "yes", "no"}).scores({0.9, 0.6, 0.4, 0.1});
    return test::analysed(std::move(table), costs);
}

TEST(DecideSentences, TellTheCreditRunAsTheReviewReadsIt) {
    const RunAnalysis& run = creditV2();
    const Vocabulary& words = creditWordsShared();
    EXPECT_EQ(plain(headline(run, words, 0.31)), "At 0.31, wrong decisions cost 64,100 EUR a month");
    EXPECT_EQ(plain(againstPolicy(run, 0.31, {0.42, {}})),
              "15,600 less than the policy in force. The lowest possible is 61,400, at 0.259.");
    EXPECT_EQ(plain(againstPolicy(run, 0.31, {0.42, Interval{-19'912, -11'301}})),
              "15,600 less than the policy in force, between 11,300 and 19,900 less. The lowest possible is "
              "61,400, at 0.259.");
    EXPECT_EQ(plain(qualitySentence(run, words, 0.31)),
              "Of 100 refused, 56 would have defaulted; 76 of 100 defaults are caught.");
    EXPECT_EQ(
        assumptions(run, words, Interval{59'800, 68'800}),
        "Likely between 59,800 and 68,800. A missed default costs half the amount, a good customer refused "
        "15\u202F%; 1,000 applications a month.");
    EXPECT_EQ(countsNote(run, words),
              "Counts are of the 4,454 applications in this run, money is for 1,000 applications a month.");
    EXPECT_EQ(cellSentence(run, words, 0.31, Cell::Missed),
              "301 of the 1,254 defaults are approved; they cost 37,100 EUR a month.");
    EXPECT_EQ(pointSentence(run, words, 0.31),
              "Threshold 0.310: 953 caught, 301 missed defaults, 744 good customers refused, 2,456 approved. "
              "Precision 56\u202F%, recall 76\u202F%. 64,100 EUR a month.");
}

TEST(DecideSentences, AccentIsTheFigureAndNothingElse) {
    const Sentence sentence = headline(creditV2(), creditWordsShared(), 0.31);
    for (const Phrase& phrase : sentence)
        EXPECT_EQ(phrase.emphasis == Emphasis::Accent, phrase.text == "64,100 EUR") << phrase.text;
}

TEST(DecideSentences, ADifferenceInsideItsIntervalIsNotCalledOne) {
    EXPECT_EQ(
        plain(againstPolicy(creditV2(), 0.31, {0.42, Interval{-1'000, 500}})),
        "No difference seen to the policy in force: between 1,000 less and 500 more. The lowest possible is "
        "61,400, at 0.259.");
}

TEST(DecideSentences, AtThePolicyAndAtTheLowestTheySaySo) {
    const RunAnalysis& run = creditV2();
    EXPECT_EQ(plain(againstPolicy(run, 0.42, {0.42, {}})),
              "This is the policy in force. The lowest possible is 61,400, at 0.259.");
    EXPECT_EQ(plain(againstPolicy(run, run.best->threshold, {{}, {}})),
              "No policy is in force for this version. This is the lowest possible.");
}

TEST(DecideSentences, WithoutMoneyCostsCountInFalseAlarms) {
    const RunAnalysisPtr run = smallRun();
    EXPECT_EQ(plain(headline(*run, {}, 0.5)),
              "At 0.50, wrong decisions cost 2 false alarms\u2019 worth in this run");
    EXPECT_EQ(assumptions(*run, {}, {}), "Costs are counted in false alarms: a missed one is as bad as one.");
}

TEST(DecideSentences, UndefinedRatesGiveTheirReason) {
    const RunAnalysisPtr run = smallRun();
    const double nobody = std::numeric_limits<double>::infinity();
    EXPECT_EQ(plain(qualitySentence(*run, {}, nobody)),
              "Nobody is flagged; 0 of 100 real ones are caught. Only 4 samples.");
    EXPECT_EQ(plain(headline(*run, {}, nobody)),
              "Flagging nobody, wrong decisions cost 2 false alarms\u2019 worth in this run");
    test::VectorTable onlyNo;
    onlyNo.labels({"no", "no"}).scores({0.9, 0.1});
    const RunAnalysisPtr negative = test::analysed(std::move(onlyNo), {});
    EXPECT_NE(plain(qualitySentence(*negative, {}, 0.5)).find("recall is n/a: "), std::string::npos);
}

TEST(DecideSentences, GainsAreCalledGains) {
    CostModel costs;
    costs.tp.fixed = -10;
    costs.fp.fixed = 5;
    costs.fn.fixed = 30;
    costs.currency = "EUR";
    const RunAnalysisPtr run = smallRun(costs);
    EXPECT_EQ(plain(headline(*run, {}, 0.3)), "At 0.30, decisions gain 15 EUR in this run");
    EXPECT_NE(assumptions(*run, {}, {}).find("one caught gains 10 EUR"), std::string::npos);
}

TEST(DecideSentences, StepsAndRoundingFollowTheAxis) {
    const RunAnalysis& run = creditV2();
    EXPECT_DOUBLE_EQ(thresholdStep(run), 0.01);
    EXPECT_EQ(roundedThreshold(run, 0.30987), 0.31);
    EXPECT_EQ(roundedThreshold(run, -3), 0.0);
    EXPECT_EQ(roundedThreshold(run, 7), 1.0);
    EXPECT_EQ(shortThreshold(run, 0.259115), "0.26");
    EXPECT_EQ(fullThreshold(run, 0.31), "0.310");
    EXPECT_EQ(shortThreshold(run, std::numeric_limits<double>::infinity()), "nobody");
}

TEST(DecideSentences, RoundingNeverSaysNoneOrAll) {
    EXPECT_EQ(shareText(0.004), "<\u202F1\u202F%");
    EXPECT_EQ(shareText(0.996), ">\u202F99\u202F%");
    EXPECT_EQ(shareText(1), "100\u202F%");
    EXPECT_EQ(plain(qualitySentence(creditV2(), creditWordsShared(), 0.9)),
              "Of 100 refused, 100 would have defaulted; fewer than 1 of 100 defaults are caught. Only 5 are "
              "refused: little to go by.");
}

TEST(DecideSentences, ARunWithOneClassSaysThatFalseAlarmsCannotShow) {
    test::VectorTable table;
    table.labels(std::vector<std::string>(40, "yes")).scores(std::vector<double>(40, 0.9));
    const RunAnalysisPtr run = test::analysed(std::move(table), {});
    EXPECT_NE(plain(qualitySentence(*run, {}, 0.5)).find("This run holds no other class"), std::string::npos);
}

TEST(DecideSentences, BothEndsOfALikelyRangeHaveTheSameDecimals) {
    const RunAnalysisPtr run = smallRun();
    EXPECT_TRUE(assumptions(*run, {}, Interval{37, 59.97}).starts_with("Likely between 37.0 and 60.0. "));
    EXPECT_TRUE(assumptions(*run, {}, Interval{37, 60}).starts_with("Likely between 37 and 60. "));
}

TEST(DecideSentences, ADifferenceIsRoundedLikeItsTotal) {
    EXPECT_EQ(differenceText(-706.2, 64'100), "700 less");
    EXPECT_EQ(differenceText(15'605.9, 64'100), "15,600 more");
    EXPECT_EQ(differenceText(-3, 64'100), "slightly less");
    EXPECT_EQ(differenceText(0, 64'100), "the same");
}

}  // namespace
}  // namespace reckoner
