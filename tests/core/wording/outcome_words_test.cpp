#include "core/wording/outcome_words.h"

#include <gtest/gtest.h>

#include "core/data/filter.h"
#include "tests/support/credit_facts.h"

namespace reckoner {
namespace {

TEST(OutcomeWords, AreTheModelsOwnInShort) {
    const Vocabulary words = test::creditWords();
    EXPECT_EQ(outcomeWord(words, Cell::Missed, 3), "missed");
    EXPECT_EQ(outcomeWord(words, Cell::Caught, 3), "caught");
    EXPECT_EQ(outcomeWord(words, Cell::LetThrough, 3), "approved");
    EXPECT_EQ(outcomeWord(words, Cell::FalseAlarm, 3), "refused");
    EXPECT_EQ(outcomeWord({}, Cell::FalseAlarm, 1), "false alarm");
    EXPECT_EQ(outcomeWord({}, Cell::FalseAlarm, 2), "false alarms");
}

TEST(OutcomeWords, AnExpressionFindsTheSamplesItsSumsCount) {
    const RunAnalysisPtr run = test::creditRun(2);
    const Tally tally = run->sweep->at(0.31);
    for (const Cell cell : {Cell::Missed, Cell::Caught, Cell::LetThrough, Cell::FalseAlarm}) {
        const RowSet rows =
            Filter::parse(outcomeExpression(cell)).apply(*run->request.table, {run->rows.positive, 0.31});
        EXPECT_EQ(rows.size(), sumsOf(tally, cell).n);
    }
    EXPECT_NE(costOf({1, 2, 3, 4}, Cell::Missed), costOf({1, 2, 3, 4}, Cell::FalseAlarm));
    EXPECT_EQ(costOf({1, 2, 3, 4}, Cell::Missed), 3);
}

TEST(OutcomeWords, MoneySaysItsUnitAndItsDifference) {
    const RunAnalysisPtr run = test::creditRun(2);
    const Vocabulary words = test::creditWords();
    EXPECT_EQ(costAtText(*run, words, 0.31), "64,100 EUR a month");
    EXPECT_EQ(amountUnitText(*run, words), "EUR a month");
    EXPECT_EQ(costAgainstPolicyText(*run, 0.31, 0.42), "15,600 less than the policy in force");
    EXPECT_EQ(costAgainstPolicyText(*run, 0.42, 0.42), "the policy in force");
    EXPECT_EQ(costAgainstPolicyText(*run, 0.31, std::nullopt), "no policy in force");
}

}  // namespace
}  // namespace reckoner
