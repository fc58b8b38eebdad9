#include "core/wording/fairness_sentences.h"

#include <gtest/gtest.h>

#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

FairnessBoardPtr fairSentencesBoard(const std::vector<SegmentSet>& sets) {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.costs = parseCosts("fp=5,fn=30");
    return FairnessBoard::build(analyse(request), sets);
}

std::string allOf(const std::vector<Sentence>& sentences) {
    std::string text;
    for (const Sentence& sentence : sentences)
        text += plain(sentence) + "\n";
    return text;
}

TEST(FairnessSentences, SayWhoIsTreatedDifferently) {
    const auto board = fairSentencesBoard({{{"age_band"}}});
    const FairReading reading = board->at(0.31, 0);
    const FairnessIntervals intervals =
        fairnessIntervals(board->run()->rows, board->sets()[0].grouping, 0.31, kFewestInGroup, 500);
    Vocabulary words;
    words.flagged = "refused";
    const FairFacts facts{board.get(), 0, &reading, &intervals, nullptr};
    EXPECT_EQ(plain(fairHeadline(facts, words)),
              "age band 18-25: 55 of 100 samples are refused, against 25 of 100 in age band 56+. More than "
              "luck.");
    const std::string hurt = allOf(whoItCouldHurt(facts, words));
    EXPECT_NE(hurt.find("age band 18-25: 41 of 100 good are wrongly refused, against 15 of 100 in age band "
                        "46-55 (2.8 times as often)."),
              std::string::npos)
        << hurt;
    const std::string summary = fairSummary(facts, words);
    EXPECT_TRUE(
        summary.starts_with("Four-fifths rule: the lowest share refused is 0.45 of the highest (likely 0."))
        << summary;
    for (const char* part : {"below 0.80: that asks for a reason.",
                             "Counting both mistakes, wrongly refused and missed, groups differ by up to 26 "
                             "points (likely "})
        EXPECT_NE(summary.find(part), std::string::npos) << summary;
    // Money per person, who pays most against who pays least.
    const auto money = groupMoneyIntervals(*board->run(), board->sets()[0].grouping, 0.31);
    const FairFacts priced{board.get(), 0, &reading, &intervals, &money};
    const auto gap = moneyGap(board->sets()[0], reading, money);
    ASSERT_TRUE(gap);
    EXPECT_NEAR(gap->difference, *reading.moneyEach[gap->dearest] - *reading.moneyEach[gap->cheapest], 1e-12);
    EXPECT_GT(gap->difference, 0);
    EXPECT_NE(allOf(whoItCouldHurt(priced, words)).find(" costs most: "), std::string::npos);
}

TEST(FairnessSentences, WhatIsWithinChanceIsNoDifference) {
    std::vector<std::string> labels, groups;
    std::vector<double> scores;
    for (int i = 0; i < 400; ++i) {
        labels.push_back(i % 4 < 2 ? "yes" : "no");
        groups.push_back(i % 2 == 0 ? "a" : "b");
        scores.push_back((i / 4) % 2 == 0 ? 0.9 : 0.1);
    }
    for (int i = 0; i < 4; ++i) {
        labels.push_back("yes");
        groups.push_back("");
        scores.push_back(0.9);
    }
    AnalysisRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).segment("g", groups).build();
    const auto board = FairnessBoard::build(analyse(request), {{{"g"}}});
    const FairReading reading = board->at(0.5, 0);
    const FairnessIntervals intervals =
        fairnessIntervals(board->run()->rows, board->sets()[0].grouping, 0.5, kFewestInGroup, 500);
    const FairFacts facts{board.get(), 0, &reading, &intervals, nullptr};
    EXPECT_NE(plain(fairHeadline(facts, {})).find("It could be luck."), std::string::npos);
    const std::string hurt = allOf(whoItCouldHurt(facts, {}));
    EXPECT_NE(hurt.find("Differences that could be luck: "), std::string::npos) << hurt;
    EXPECT_NE(hurt.find("Too few to say, fewer than 30: missing (4)."), std::string::npos) << hurt;
}

TEST(FairnessSentences, OneLargeGroupIsNoComparison) {
    AnalysisRequest request;
    request.table =
        test::VectorTable().labels({"yes", "no"}).scores({0.9, 0.1}).segment("g", {"a", "b"}).build();
    const auto board = FairnessBoard::build(analyse(request), {{{"g"}}});
    const FairReading reading = board->at(0.5, 0);
    const FairFacts facts{board.get(), 0, &reading, nullptr, nullptr};
    EXPECT_EQ(plain(fairHeadline(facts, {})), "Fewer than two groups of g are large enough to compare.");
    EXPECT_EQ(plain(equalSentence(facts, std::nullopt, FairMeasure::Tpr, 0.01, {})),
              "Fewer than two groups are large enough to be made equal.");
}

TEST(FairnessSentences, EqualHasItsPrice) {
    const auto board = fairSentencesBoard({{{"job"}}});
    const FairReading reading = board->at(0.31, 0);
    const FairFacts facts{board.get(), 0, &reading, nullptr, nullptr};
    FairThresholds found;
    found.cost = 9'000;
    found.costNow = 8'000;
    found.groups = {{0.3, 0.75, Reason::NotComparable, 1, false},
                    {0.3, 0.76, Reason::NotComparable, 1, false}};
    const std::string text = plain(equalSentence(facts, found, FairMeasure::Tpr, 0.01, {}));
    EXPECT_EQ(
        text,
        "Caught 75 to 76 of 100 in every group costs at least 9,000 false alarms’ worth: 1,000 more than "
        "0.31 for all.");
    found.groups = {{0.3, 0.75, 0.28, 1, false}, {0.3, 0.76, 0.29, 1, false}};
    EXPECT_TRUE(plain(equalSentence(facts, found, FairMeasure::EqualizedOdds, 0.01, {}))
                    .starts_with("Caught 75 to 76 of 100 and wrongly flagged 28 to 29 of 100 in every group "
                                 "costs at least "));
    EXPECT_EQ(plain(equalSentence(facts, std::nullopt, FairMeasure::Precision, 0.02, {})),
              "No thresholds bring “Rightly flagged” within 2 points of each other in all groups.");
    EXPECT_NE(equalWarning({}).find("unlawful"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
