#include "core/review/decision_evidence.h"

#include <gtest/gtest.h>

#include "core/metrics/intervals.h"
#include "core/metrics/metric_list.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr smallRun() {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "yes", "no", "no", "yes"})
                        .scores({0.9, 0.4, 0.6, 0.1, 0.8})
                        .build();
    return analyse(request);
}

TEST(DecisionEvidence, FreezesEveryRateWithItsInterval) {
    const auto metrics = frozenMetrics(*smallRun(), 0.5);
    ASSERT_EQ(metrics.size(), metricList().size() + 1);
    for (const FrozenMetric& metric : metrics) {
        if (metric.id != "recall") continue;
        EXPECT_DOUBLE_EQ(*metric.value, 2.0 / 3);
        const auto wilson = wilson95(2, 3);
        EXPECT_DOUBLE_EQ(metric.interval->lo, wilson->lo);
        EXPECT_DOUBLE_EQ(metric.interval->hi, wilson->hi);
    }
    EXPECT_EQ(metrics.back().id, "roc_auc");
    EXPECT_DOUBLE_EQ(*metrics.back().value, 5.0 / 6);
}

TEST(DecisionEvidence, ReadsBackWhatItWrote) {
    DecisionEvidence evidence;
    evidence.state = R"({"page": "decide"})";
    const RunAnalysisPtr run = smallRun();
    evidence.point = freezeEvidence(*run, {"sha", "print", 0, ""}, {0.5, {}}, std::nullopt);
    evidence.metrics = frozenMetrics(*run, 0.95);
    const auto read = decisionEvidenceFromJson(decisionEvidenceJson(evidence));
    ASSERT_TRUE(read && read->point);
    EXPECT_EQ(read->state, evidence.state);
    EXPECT_EQ(read->point->adopted.figures.mix.tp, 2);
    ASSERT_EQ(read->metrics.size(), evidence.metrics.size());
    for (std::size_t i = 0; i < read->metrics.size(); ++i) {
        EXPECT_EQ(read->metrics[i].id, evidence.metrics[i].id);
        EXPECT_EQ(read->metrics[i].value.v, evidence.metrics[i].value.v) << read->metrics[i].id;
    }
}

TEST(DecisionEvidence, OfOtherTextIsNothing) {
    EXPECT_FALSE(decisionEvidenceFromJson(""));
    EXPECT_FALSE(decisionEvidenceFromJson("[1]"));
    const auto bare =
        decisionEvidenceFromJson(R"({"metrics": [7, {"id": 1}, {"id": "x", "value": "y"}], "point": 3})");
    ASSERT_TRUE(bare);
    EXPECT_FALSE(bare->point);
    ASSERT_EQ(bare->metrics.size(), 1U);
    EXPECT_FALSE(bare->metrics[0].value);
}

}  // namespace
}  // namespace reckoner
