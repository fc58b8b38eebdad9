#include "core/metrics/row_decisions.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

TEST(RowDecisions, DecideAtTheThreshold) {
    const auto table =
        test::VectorTable().labels({"yes", "no", "", "no"}).scores({0.5, 0.5, 0.4, missingReal()}).build();
    const RowDecisions decisions(*table, "yes", 0.5);
    EXPECT_EQ(decisions.state(0), RowState::Right) << "flagged from the threshold up";
    EXPECT_EQ(decisions.state(1), RowState::Wrong);
    EXPECT_EQ(decisions.state(2), RowState::AwaitingLabel);
    EXPECT_EQ(decisions.state(3), RowState::Undecided);
    EXPECT_EQ(decisions.decisionName(0), "yes");
    EXPECT_EQ(decisions.decisionName(2), "no");
    EXPECT_EQ(decisions.decisionName(3), "");
}

TEST(RowDecisions, SeveralClassesByThePredictionElseTheHighestScore) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b", "c"};
    const auto table = builder.labels({"a", "b", "c"})
                           .classScores("a", {0.4, 0.4, 0.1})
                           .classScores("b", {0.4, 0.5, 0.2})
                           .classScores("c", {0.2, 0.1, 0.7})
                           .category("guess", ColumnRole::Prediction, {"", "a", "odd"})
                           .build();
    const RowDecisions decisions(*table, std::nullopt, 0);
    EXPECT_EQ(decisions.decisionName(0), "a") << "ties: the first class";
    EXPECT_EQ(decisions.decisionName(1), "a") << "the prediction column first";
    EXPECT_EQ(decisions.decisionName(2), "c") << "the prediction is no class";
    EXPECT_EQ(decisions.at(1).score, 0.5);
    EXPECT_EQ(decisions.state(1), RowState::Wrong);
    const RowDecisions against(*table, "c", 0.5);
    EXPECT_EQ(against.decisionName(0), "not c");
    EXPECT_EQ(against.state(2), RowState::Right);
    EXPECT_THROW(RowDecisions(*table, "d", 0.5), Error);
}

}  // namespace
}  // namespace reckoner
