#include "core/data/decisions.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

TEST(BinaryDecisions, AgreeWithDecidingRowByRow) {
    Random random(3);
    std::vector<double> scores;
    std::vector<std::string> labels;
    const double special[] = {std::nan(""), HUGE_VAL, -HUGE_VAL, missingReal(), 0.5, -0.0};
    for (int i = 0; i < 500; ++i) {
        scores.push_back(random.below(4) == 0 ? special[random.below(6)] : random.unit());
        const char* names[] = {"yes", "no", "", "other"};
        labels.push_back(names[random.below(4)]);
    }
    const auto table = test::VectorTable().labels(labels).scores(scores).build();
    const BinaryDecisions decisions(*table, "", 0.5);
    for (RowIndex row = 0; row < 500; ++row) {
        RowOutcome expected = RowOutcome::Unknown;
        const bool scored = std::isfinite(scores[row]);
        if (scored && labels[row] == "yes")
            expected = scores[row] >= 0.5 ? RowOutcome::Caught : RowOutcome::Missed;
        if (scored && labels[row] == "no")
            expected = scores[row] >= 0.5 ? RowOutcome::FalseAlarm : RowOutcome::LetThrough;
        EXPECT_EQ(decisions.outcome(row), expected) << labels[row] << " " << scores[row];
    }
}

TEST(BinaryDecisions, NeedAScoreAndDoWithoutLabels) {
    EXPECT_THROW(BinaryDecisions(*test::VectorTable().labels({"yes"}).build(), "yes", 0.5), Error);
    const auto table = test::VectorTable().scores({0.9}).build();
    EXPECT_EQ(BinaryDecisions(*table, "yes", 0.5).outcome(0), RowOutcome::Unknown);
}

TEST(ClassDecisions, NeedPredictionsOrAScoreOfEveryClass) {
    test::VectorTable builder;
    builder.info.task = Task::Multiclass;
    builder.info.classes = {"a", "b"};
    const auto table = builder.labels({"a"}).classScores("a", {0.5}).build();
    EXPECT_THROW(ClassDecisions(*table, {}), Error);
}

}  // namespace
}  // namespace reckoner
