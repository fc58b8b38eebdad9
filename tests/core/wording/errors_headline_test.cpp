#include "core/wording/errors_headline.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

Vocabulary defaultWords() {
    Vocabulary words;
    words.realOnes = "defaults";
    words.falseAlarmOne = "good customer refused";
    words.falseAlarmMany = "good customers refused";
    words.flagged = "refused";
    words.passed = "approved";
    return words;
}

RunAnalysisPtr smallRun(const std::vector<std::string>& labels, const std::vector<double>& scores) {
    AnalysisRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).build();
    return analyse(request);
}

std::string textAt(const RunAnalysis& run, double threshold, const std::string& cell,
                   const std::optional<Dearest>& dearest = {}) {
    return plain(errorsHeadline(run, defaultWords(), threshold, CellChoice::of(cell), dearest).sentence);
}

TEST(ErrorsHeadline, SaysHowManyAreMissedAndWhatTheDearestCost) {
    const auto run = smallRun({"yes", "yes", "no", "no", "yes"}, {0.9, 0.2, 0.8, 0.1, 0.3});
    EXPECT_EQ(textAt(*run, 0.5, ""), "2 defaults are missed: 67\u202F% of the 3 yes.");
    EXPECT_EQ(textAt(*run, 0.5, "", Dearest{30, 0.18}),
              "2 defaults are missed. The 30 dearest are 18\u202F% of what missing them costs.");
    EXPECT_EQ(errorsHeadline(*run, defaultWords(), 0.5, {}, {}).tone, Cell::Missed);
}

TEST(ErrorsHeadline, FollowsTheSelection) {
    const auto run = smallRun({"yes", "yes", "no", "no", "yes"}, {0.9, 0.2, 0.8, 0.1, 0.3});
    EXPECT_EQ(textAt(*run, 0.5, "outcome = false alarm"), "1 good customer refused: 50\u202F% of the 2 no.");
    EXPECT_EQ(textAt(*run, 0.5, "outcome = caught"), "1 of the defaults is caught: 33\u202F% of the 3 yes.");
    EXPECT_EQ(textAt(*run, 0.5, "outcome = let through"),
              "1 sample is rightly approved: 50\u202F% of the 2 no.");
    EXPECT_EQ(textAt(*run, 0.5, "label = 'yes'"), "Of the 3 yes, 2 are decided wrongly: 67\u202F%.");
    EXPECT_EQ(textAt(*run, 0.5, "predicted = positive"), "Of the 2 refused, 1 wrongly: 50\u202F%.");
    EXPECT_EQ(textAt(*run, 0.5, "predicted = negative"), "Of the 3 approved, 2 wrongly: 67\u202F%.");
}

TEST(ErrorsHeadline, CountsEveryMistakeWhereAllWereAskedFor) {
    const auto run = smallRun({"yes", "yes", "no", "no", "yes"}, {0.9, 0.2, 0.8, 0.1, 0.3});
    EXPECT_EQ(textAt(*run, 0.5, "outcome = wrong"), "3 of 5 samples are decided wrongly: 60\u202F%.");
    EXPECT_EQ(textAt(*run, 0.5, "outcome = right"), "2 of 5 samples are decided rightly: 40\u202F%.");
    EXPECT_EQ(choiceName(CellChoice::of("outcome = wrong"), defaultWords()), "mistakes");
}

TEST(ErrorsHeadline, SaysWhatItIsOfWhereFiltersLeaveAPart) {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "yes", "no", "no", "yes"})
                        .scores({0.9, 0.2, 0.8, 0.1, 0.3})
                        .build();
    request.where = "score < 0.85";
    EXPECT_EQ(textAt(*analyse(request), 0.5, ""),
              "In these 4 samples 2 defaults are missed: 100\u202F% of the 2 yes.");
    EXPECT_EQ(textAt(*analyse(request), 0.5, "outcome = missed"),
              "2 defaults are missed: 100\u202F% of the 2 yes.");
}

TEST(ErrorsHeadline, HasASentenceWhereNothingIsWrong) {
    const auto right = smallRun({"yes", "no"}, {0.9, 0.1});
    EXPECT_EQ(textAt(*right, 0.5, ""), "Every decision is right: 2 of 2.");
    EXPECT_EQ(textAt(*right, 0.5, "outcome = missed"), "0 defaults are missed at this threshold.");
    EXPECT_EQ(textAt(*right, 0.05, ""), "1 good customer refused: 100\u202F% of the 1 no.");
    const auto oneClass = smallRun({"no", "no"}, {0.9, 0.1});
    EXPECT_EQ(textAt(*oneClass, 0.95, ""), "No yes in this run, and none is called so.");
    EXPECT_EQ(textAt(*oneClass, 0.5, ""), "1 good customer refused: 50\u202F% of the 2 no.");
}

ConfusionTable jobs() {
    ConfusionTable table(3);
    const int counts[3][3] = {{80, 15, 5}, {10, 40, 0}, {0, 30, 20}};
    for (std::size_t t = 0; t < 3; ++t)
        for (std::size_t p = 0; p < 3; ++p)
            for (int i = 0; i < counts[t][p]; ++i)
                table.called.add(t, p, 1);
    return table;
}

std::string jobText(const ConfusionTable& matrix, const std::string& cell) {
    Vocabulary words;
    words.samples = "jobs";
    words.sample = "job";
    return plain(errorsHeadline(matrix, {"VF", "F", "M"}, words, CellChoice::of(cell)).sentence);
}

TEST(ErrorsHeadline, NamesTheClassThatSuffersMost) {
    EXPECT_EQ(jobText(jobs(), ""),
              "70.0\u202F% of jobs get the right class. M suffers most: 60\u202F% of M are called something "
              "else, mostly F.");
    EXPECT_EQ(jobText(jobs(), "label = 'VF'"), "20\u202F% of VF are called something else, mostly F.");
    EXPECT_EQ(jobText(jobs(), "predicted = 'F'"), "85 jobs are called F, 53\u202F% of them wrongly.");
    EXPECT_EQ(jobText(jobs(), "label = 'M' and predicted = 'F'"),
              "30 of 50 M are called F: 60.0\u202F%, and 50\u202F% of all mistakes.");
    EXPECT_EQ(jobText(jobs(), "label = 'F' and predicted = 'F'"),
              "40 of 50 F are called F, rightly: 80.0\u202F%.");
}

TEST(ErrorsHeadline, CountsTheMistakesOfAllClasses) {
    EXPECT_EQ(jobText(jobs(), "outcome = wrong"), "60 of 200 jobs are decided wrongly: 30\u202F%.");
    EXPECT_EQ(jobText(jobs(), "outcome = right"), "140 of 200 jobs are decided rightly: 70\u202F%.");
}

TEST(ErrorsHeadline, HasASentenceForEmptyClasses) {
    ConfusionTable matrix(3);
    EXPECT_EQ(jobText(matrix, ""), "Nothing here has both a label and a prediction.");
    matrix.called.add(0, 0, 1);
    EXPECT_EQ(jobText(matrix, ""), "100.0\u202F% of jobs get the right class.");
    EXPECT_EQ(jobText(matrix, "label = 'M'"), "No sample is really M.");
    EXPECT_EQ(jobText(matrix, "predicted = 'M'"), "Nothing is called M.");
}

TEST(ErrorsHeadline, WhatGoesToAPersonIsNeitherRightNorWrong) {
    ConfusionTable table = jobs();
    table.review[0] = {20, 20, 20};
    EXPECT_EQ(
        jobText(table, ""),
        "70.0\u202F% of the 200 jobs not left to a person get the right class. M suffers most: 60\u202F% of "
        "M are called something else, mostly F.");
    EXPECT_EQ(jobText(table, "label = 'VF' and predicted = 'F'"),
              "15 of 120 VF are called F: 12.5\u202F%, and 25\u202F% of all mistakes.");
    EXPECT_EQ(jobText(table, "predicted = review"), "20 jobs go to review: 9\u202F% of all.");
    ConfusionTable reviewed(3);
    reviewed.review[1] = {5, 5, 5};
    EXPECT_EQ(jobText(reviewed, ""), "5 jobs go to review: 100\u202F% of all.");
}

TEST(CellChoice, ReadsCellsAndHeaders) {
    EXPECT_TRUE(CellChoice::of("").empty());
    EXPECT_TRUE(CellChoice::of("amount > 500").empty());
    EXPECT_EQ(CellChoice::of("outcome = false alarm").outcome, Cell::FalseAlarm);
    const CellChoice pair = CellChoice::of("label = 'it''s and so' and predicted = \"F\"");
    EXPECT_EQ(pair.label, "it's and so");
    EXPECT_EQ(pair.predicted, "F");
    EXPECT_EQ(CellChoice::of("label = M and predicted = F").label, "M");
}

}  // namespace
}  // namespace reckoner
