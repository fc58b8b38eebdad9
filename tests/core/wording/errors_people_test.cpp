#include "core/wording/errors_people.h"

#include <gtest/gtest.h>

#include "core/data/corrected_labels.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

Vocabulary peopleWords() {
    Vocabulary words;
    words.sample = "loan";
    words.samples = "loans";
    return words;
}

TEST(ErrorsPeople, CorrectedLabelsAreCountedApart) {
    EXPECT_EQ(correctionsAbout(1, 1000, peopleWords()),
              "1 label of 1,000 loans was corrected. The data stay as they came; these are the figures with "
              "both.");
    EXPECT_EQ(correctionsAbout(3, 5, peopleWords()).substr(0, 34), "3 labels of 5 loans were corrected");
    EXPECT_EQ(correctionsAbout(0, 1, peopleWords()).substr(0, 33), "No label of 1 loan was corrected.");
}

TEST(ErrorsPeople, BothStandSideBySide) {
    const auto table = test::VectorTable()
                           .texts("id", {"a", "b", "c", "d"}, ColumnRole::Id)
                           .labels({"yes", "no", "yes", "no"})
                           .scores({0.9, 0.8, 0.2, 0.1})
                           .build();
    AnalysisRequest request;
    request.table = table;
    const auto given = analyse(request);
    request.table = withCorrections(table, {{"b", "yes"}}).table;
    const FigureTable figures = correctedFigures(*given, *analyse(request), 0.5, peopleWords());
    ASSERT_EQ(figures.rows.size(), 7U);
    EXPECT_EQ(figures.rows[0].figures, (std::vector<std::string>{"1", "1"}));
    EXPECT_EQ(figures.rows[1].figures, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(figures.rows[2].figures, (std::vector<std::string>{"1", "0"}));
    EXPECT_EQ(figures.rows[4].figures, (std::vector<std::string>{"50.0\u202F%", "66.7\u202F%"}));
    EXPECT_EQ(figures.rows[6].figures, (std::vector<std::string>{"2", "1"}));

    ConfusionTable before(2), after(2);
    before.called.add(0, 0, 1);
    before.called.add(0, 1, 1);
    after.called.add(0, 0, 1);
    after.called.add(1, 1, 1);
    EXPECT_EQ(correctedFigures(before, after).rows[1].figures,
              (std::vector<std::string>{"50.0\u202F%", "100.0\u202F%"}));
}

TEST(ErrorsPeople, SaysHowOftenPeopleAgree) {
    OverrideAgreement agreement;
    EXPECT_NE(overridesAbout(agreement, peopleWords()).find("attach them by id"), std::string::npos);
    agreement.column = "desk";
    agreement.all = {200, 180, 12, 8, 4};
    EXPECT_EQ(overridesAbout(agreement, peopleWords()),
              "People decided as the model did in 180 of 200: 90\u202F%, between 85 and 93\u202F%. Of 12 "
              "where they differed and the outcome is known, the person was right 8, the model 4 times.");
    agreement.byScore = {{"0.3 to 0.4", false, {10, 4, 2, 1, 1}}, {"0.4 to 0.5", false, {0, 0, 0, 0, 0}}};
    agreement.byReviewer = {{"Ann", false, {5, 5, 0, 0, 0}}, {"", true, {1, 0, 0, 0, 0}}};
    agreement.reviewerColumn = "reviewer";
    const auto tables = agreementFigures(agreement, 1);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].rows[0].figures, (std::vector<std::string>{"10", "40\u202F%", "1", "1"}));
    EXPECT_EQ(tables[0].left, 1U);
    EXPECT_EQ(tables[1].title, "by reviewer");
    EXPECT_EQ(agreementFigures(agreement, 9)[1].rows[1].name, "missing");
}

}  // namespace
}  // namespace reckoner
