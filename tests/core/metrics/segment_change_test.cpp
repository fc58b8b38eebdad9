#include "core/metrics/segment_change.h"

#include <gtest/gtest.h>

#include "core/metrics/significance.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

SegmentBoardPtr changeBoard(const std::string& file) {
    AnalysisRequest request;
    request.table = test::demoRun(file).build();
    std::vector<SegmentSet> sets;
    for (const std::string& column : usualSegmentColumns(*request.table))
        sets.push_back({{column}});
    return SegmentBoard::build(analyse(request), sets);
}

// v3 lost the job input: nobody tells where to look.
TEST(SegmentChange, FindsThePartTimersWhoseRecallFell) {
    const auto now = changeBoard("credit_default/credit_default_v3_boosting.jsonl");
    const auto before = changeBoard("credit_default/credit_default_v2_forest.csv");
    const MetricEntry& recall = *findMetric("recall");
    const auto changes = segmentChanges(*now, now->at(0.5, recall), *before, before->at(0.5, recall));
    const auto worst = worstChange(changes, recall);
    ASSERT_TRUE(worst);
    EXPECT_EQ(now->segments()[*worst].columns, std::vector<std::string>{"job"});
    EXPECT_EQ(now->segments()[*worst].key.values[0], "partime");
    EXPECT_NEAR(*changes[*worst].before, 0.78, 0.005);
    EXPECT_NEAR(*changes[*worst].before + *changes[*worst].difference, 0.54, 0.005);
    EXPECT_LT(*changes[*worst].qValue, 0.001);
    EXPECT_LT(changes[*worst].interval->hi, 0);
}

TEST(SegmentChange, WithItselfNothingChanged) {
    const auto board = changeBoard("credit_default/credit_default_v2_forest.csv");
    const MetricEntry& fpr = *findMetric("fpr");
    const BoardReading reading = board->at(0.31, fpr);
    for (const SegmentChange& change : segmentChanges(*board, reading, *board, reading)) {
        if (!change.difference) continue;
        EXPECT_EQ(*change.difference, 0);
        EXPECT_NE(change.standing, Standing::Worse);
    }
    EXPECT_FALSE(worstChange(segmentChanges(*board, reading, *board, reading), fpr));
}

TEST(SegmentChange, ASegmentTheOtherRunLacksIsNotCompared) {
    const auto boardOf = [](const std::vector<std::string>& groups) {
        AnalysisRequest request;
        request.table = test::VectorTable()
                            .labels({"yes", "yes", "no", "no"})
                            .scores({0.9, 0.2, 0.8, 0.1})
                            .segment("g", groups)
                            .build();
        return SegmentBoard::build(analyse(request), {{{"g"}}});
    };
    const auto now = boardOf({"a", "a", "b", ""});
    const auto before = boardOf({"a", "c", "c", ""});
    const MetricEntry& accuracy = *findMetric("accuracy");
    const auto changes = segmentChanges(*now, now->at(0.5, accuracy), *before, before->at(0.5, accuracy));
    EXPECT_TRUE(changes[0].difference);
    EXPECT_EQ(changes[0].standing, Standing::TooFew);
    EXPECT_EQ(changes[1].difference.why, Reason::NotComparable);
    EXPECT_TRUE(changes[2].difference);  // missing is a group of its own
}

}  // namespace
}  // namespace reckoner
