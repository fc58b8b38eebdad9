#include "core/review/case_view.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

CaseView::Point viewPoint() {
    CaseView::Point point;
    point.outcome = {"yes", 0.5};
    point.costs.fn = {2, 0.5, "amount"};
    point.costs.fp = {3, 0, {}};
    point.costs.tp = {-1, 0.1, "amount"};
    return point;
}

TEST(CaseView, AnUnscoredCaseHasNoCostAndAMissingAmountAddsNothing) {
    const EvalTablePtr table = test::VectorTable()
                                   .labels({"yes", "yes", "no", "", "yes"})
                                   .scores({0.1, 0.9, 0.9, 0.9, 0.2})
                                   .amounts({100, 50, 10, 5, missingReal()})
                                   .build();
    const CaseView view(table, viewPoint());
    EXPECT_EQ(view.outcome(0), RowOutcome::Missed);
    EXPECT_EQ(view.cost(0), 52);
    EXPECT_EQ(view.cost(1), -1 + 5);
    EXPECT_EQ(view.cost(2), 3);
    EXPECT_EQ(view.outcome(3), RowOutcome::Unknown);
    EXPECT_TRUE(std::isnan(view.cost(3)));
    EXPECT_EQ(view.cost(4), 2);
    EXPECT_DOUBLE_EQ(view.distance(0), 0.4);
}

TEST(CaseView, ACostOfAColumnThatIsNotThereIsRefused) {
    const EvalTablePtr table = test::VectorTable().labels({"yes"}).scores({0.1}).build();
    EXPECT_THROW(CaseView(table, viewPoint()), Error);
}

TEST(CaseView, SeveralClassesHaveTwoScoresAndNoCost) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b"};
    builder.info.positive.clear();
    const EvalTablePtr table =
        builder.labels({"a", "b"}).classScores("a", {0.7, 0.6}).classScores("b", {0.3, 0.4}).build();
    const CaseView view(table, {});
    EXPECT_FALSE(view.knowsCosts());
    EXPECT_EQ(view.score(1), 0.6);
    EXPECT_EQ(view.realScore(1), 0.4);
    EXPECT_TRUE(isMistake(view.outcome(1)));
    EXPECT_FALSE(isMistake(view.outcome(0)));
    EXPECT_TRUE(std::isnan(view.cost(0)));
}

}  // namespace
}  // namespace reckoner
