#include "core/wording/version_words.h"

#include <gtest/gtest.h>

#include "tests/support/version_boards.h"

namespace reckoner {
namespace {

FigureRow oneRow(FigureScale scale, Direction direction, double before, double now, Interval interval,
                 Verdict verdict) {
    FigureRow row;
    row.metric = "recall";
    row.scale = scale;
    row.direction = direction;
    row.values = {before, now};
    row.differences.resize(2);
    row.differences[1] = Difference{now - before, interval, {}, {}, verdict};
    return row;
}

TEST(VersionWords, ADifferenceKnowsWhichDirectionIsBetter) {
    using enum Direction;
    const FigureRow fell =
        oneRow(FigureScale::Hundred, HigherIsBetter, 0.9, 0.627, {-0.328, -0.221}, Verdict::Worse);
    EXPECT_EQ(plain(differenceText(fell, 1, false)), "27.3 worse, between 22.1 and 32.8");
    EXPECT_EQ(differenceText(fell, 1, false).front().emphasis, Emphasis::Accent);
    const FigureRow same = oneRow(FigureScale::Hundred, HigherIsBetter, 0.584, 0.578, {-0.030, 0.019},
                                  Verdict::NoDifferenceSeen);
    EXPECT_EQ(plain(differenceText(same, 1, false)), "no difference seen: 3.0 worse to 1.9 better");
    const FigureRow money =
        oneRow(FigureScale::Money, LowerIsBetter, 79'700, 79'100, {-4'912, 3'471}, Verdict::NoDifferenceSeen);
    EXPECT_EQ(plain(differenceText(money, 1, false)), "no difference seen: 3,500 worse to 4,900 better");
    const FigureRow faster =
        oneRow(FigureScale::Milliseconds, LowerIsBetter, 33.9, 0.4, {-33.6, -33.1}, Verdict::Better);
    EXPECT_EQ(plain(differenceText(faster, 1, false)), "33.5 better, between 33.1 and 33.6");
    const FigureRow rate =
        oneRow(FigureScale::Hundred, Neither, 0.25, 0.26, {-0.008, 0.012}, Verdict::NotComparable);
    EXPECT_EQ(plain(differenceText(rate, 1, false)), "no difference seen: \u22120.8 to +1.2");
}

TEST(VersionWords, WhatIsNotThereSaysWhy) {
    FigureRow row =
        oneRow(FigureScale::Plain, Direction::HigherIsBetter, 0.8, 0.9, {0, 0}, Verdict::NotComparable);
    row.differences[1]->value = Reason::SingleClass;
    EXPECT_EQ(plain(differenceText(row, 1, false)),
              "not comparable: " + std::string(describe(Reason::SingleClass)));
    row.differences[1]->value = 0.1;
    row.differences[1]->interval.reset();
    EXPECT_EQ(plain(differenceText(row, 1, true)), "counting how sure it is...");
    EXPECT_EQ(plain(differenceText(row, 1, false)), "not comparable: too few to say how sure it is");
    row.differences[1]->value = Reason::NotComparable;
    row.metric = "roc_auc";
    EXPECT_EQ(plain(differenceText(row, 1, false)), "not comparable: a rule has no scores");
    row.values[1] = Reason::NothingFlagged;
    EXPECT_EQ(figureText(row, 1), "n/a");
    EXPECT_TRUE(differenceText(row, 0, false).empty());
}

TEST(VersionWords, TheTableOfTheCreditDemo) {
    const VersionBoardPtr board = versionBoard(test::creditBoard());
    VersionWords words{test::creditWords(), {}};
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < 6; ++i)
        titles.push_back(figureTitle(*board, board->rows[i], words));
    EXPECT_EQ(titles, (std::vector<std::string>{"EUR a month", "Recall: of 100 bad, caught",
                                                "Precision: of 100 refused, bad", "AUC",
                                                "Recall, job partime", "False positive rate, job fixed"}));
    EXPECT_EQ(figureText(board->rows[0], 1), "79,700");
    EXPECT_EQ(figureText(board->rows[3], 1), "0.835");
    EXPECT_EQ(overlapText(board->overlaps[2], words), "same 4,454 applications, 95\u202F% interval");
    EXPECT_EQ(partialOverlapSentence(*board, words), "");
    EXPECT_EQ(ruleText(ThresholdRule::Same, *board->judged().run, 0.42, words.words), "Same threshold, 0.42");
    EXPECT_EQ(policyOwner(*board, 0.42), "v2");
    EXPECT_EQ(policyOwner(*board, 0.3), "");
    EXPECT_EQ(ruleText(ThresholdRule::Same, *board->judged().run, 0.42, words.words, "v2"),
              "Same threshold, policy 0.42 of v2");
    EXPECT_EQ(pairThresholdText(*board, 2), "at 0.42");
    EXPECT_EQ(ruleText(ThresholdRule::SameNumber, *board->judged().run, 0.42, words.words),
              "Same number refused");
    EXPECT_EQ(ruleSideName(VersionSide::Kind::FlagNobody, words.words), "Refuse nobody");
    EXPECT_EQ(flipText(FlipGroup::Kind::NowMissed, words.words), "defaults now missed");
    EXPECT_EQ(flipText(FlipGroup::Kind::NowFlagged, words.words), "good customers now refused");
    EXPECT_EQ(flipText(FlipGroup::Kind::NoLongerFlagged, Vocabulary{}), "others no longer flagged");
    EXPECT_EQ(plain(flipWhereText(*board, board->changes[1], words)),
              "76 of the 118 newly missed are job partime.");
}

TEST(VersionWords, APartialOverlapIsSaidInNumbers) {
    const auto base = test::smallRun({0.9, 0.2, 0.7, 0.4}, {"yes", "no", "no", "yes"});
    VersionBoardRequest request =
        test::smallBoard(base, test::smallRun({0.1, 0.3, 0.8, 0.5}, {"no", "no", "yes", "no"}));
    request.sides[1].fromBase.rows = {2, 0, 1, SampleAlignment::kNone};
    EXPECT_EQ(partialOverlapSentence(*versionBoard(request), {}),
              "v2 and v1 share 3 samples; 1 only in v1; 1 only in v2. Figures are of those in both.");
    request.ownSamples = true;
    EXPECT_EQ(partialOverlapSentence(*versionBoard(request), {}),
              "v2 and v1 are each judged over their own samples; nothing is paired.");
}

}  // namespace
}  // namespace reckoner
