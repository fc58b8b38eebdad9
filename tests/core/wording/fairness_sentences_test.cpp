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
    const FairFacts facts{board.get(), 0, &reading, &intervals};
    EXPECT_EQ(plain(fairHeadline(facts, words)),
              "Of 100 age band 18-25 55 are refused, of 100 age band 56+ 25: the ratio 0.45 is below four "
              "fifths.");
    const std::string hurt = allOf(whoItCouldHurt(facts, words));
    EXPECT_NE(hurt.find("age band 18-25: wrongly refused, of 100 good 41, against 15 in age band 46-55: 2.8 "
                        "times as often."),
              std::string::npos)
        << hurt;
    EXPECT_NE(fairSummary(facts, words).find("5 groups of age band. Equalized odds: a gap of 26.4 points"),
              std::string::npos)
        << fairSummary(facts, words);
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
    const FairFacts facts{board.get(), 0, &reading, &intervals};
    EXPECT_NE(plain(fairHeadline(facts, {})).find("no difference seen"), std::string::npos);
    const std::string hurt = allOf(whoItCouldHurt(facts, {}));
    EXPECT_NE(hurt.find("No difference seen beyond chance in: "), std::string::npos) << hurt;
    EXPECT_NE(hurt.find("Too few to say, fewer than 30: missing (4)."), std::string::npos) << hurt;
}

TEST(FairnessSentences, OneLargeGroupIsNoComparison) {
    AnalysisRequest request;
    request.table =
        test::VectorTable().labels({"yes", "no"}).scores({0.9, 0.1}).segment("g", {"a", "b"}).build();
    const auto board = FairnessBoard::build(analyse(request), {{{"g"}}});
    const FairReading reading = board->at(0.5, 0);
    const FairFacts facts{board.get(), 0, &reading, nullptr};
    EXPECT_EQ(plain(fairHeadline(facts, {})), "Fewer than two groups of g are large enough to compare.");
    EXPECT_EQ(plain(equalSentence(facts, std::nullopt, FairMeasure::Tpr, 0.01, {})),
              "Fewer than two groups are large enough to be made equal.");
}

TEST(FairnessSentences, EqualHasItsPrice) {
    const auto board = fairSentencesBoard({{{"job"}}});
    const FairReading reading = board->at(0.31, 0);
    const FairFacts facts{board.get(), 0, &reading, nullptr};
    FairThresholds found;
    found.cost = 9'000;
    found.costNow = 8'000;
    const std::string text = plain(equalSentence(facts, found, FairMeasure::Tpr, 0.01, {}));
    EXPECT_EQ(text,
              "Caught within 1 point of each other costs at least 9,000 false alarms’ worth: 1,000 more than "
              "0.31 for "
              "all.");
    EXPECT_EQ(plain(equalSentence(facts, std::nullopt, FairMeasure::Precision, 0.02, {})),
              "No thresholds bring “Rightly flagged” within 2 points in all groups.");
    EXPECT_NE(equalWarning({}).find("unlawful"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
