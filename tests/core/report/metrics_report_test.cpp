#include "core/report/metrics_report.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

EvalTablePtr eightRows(ScoreKind kind = ScoreKind::Probability, double scale = 1) {
    test::VectorTable table;
    table.info.kind = kind;
    std::vector<double> scores{.1, .4, .4, .8, .8, .35, .8, .2};
    for (double& score : scores)
        score *= scale;
    return table.labels({"no", "no", "yes", "yes", "no", "yes", "yes", "no"})
        .scores(scores)
        .segment("a", {"x", "x", "x", "x", "y", "y", "y", "y"})
        .segment("b", {"p", "q", "p", "q", "p", "q", "p", "q"})
        .build();
}

MetricsRequest requestFor(EvalTablePtr table) {
    MetricsRequest request;
    request.table = std::move(table);
    return request;
}

TEST(MetricsReport, TheThresholdIsTheOneAskedForElseThePolicyElseTheStart) {
    auto request = requestFor(eightRows());
    EXPECT_EQ(metricsReport(request).threshold, 0.5);
    EXPECT_EQ(metricsReport(request).thresholdFrom, MetricsReport::From::Start);
    request.policy = 0.4;
    EXPECT_EQ(metricsReport(request).threshold, 0.4);
    EXPECT_EQ(metricsReport(request).thresholdFrom, MetricsReport::From::Policy);
    request.threshold = 0.3;
    EXPECT_EQ(metricsReport(request).threshold, 0.3);
    EXPECT_EQ(metricsReport(request).thresholdFrom, MetricsReport::From::Asked);
}

TEST(MetricsReport, KnowsEveryMetricByItsKey) {
    const auto report = metricsReport(requestFor(eightRows()));
    EXPECT_EQ(*report.metric("roc_auc"), 0.71875);
    EXPECT_DOUBLE_EQ(*report.metric("average_precision"), 0.65);
    EXPECT_EQ(*report.metric("precision"), 2.0 / 3);
    for (const std::string& id : metricIds()) {
        EXPECT_TRUE(report.metric(id)) << id;
        EXPECT_NE(metricTitle(id), id);
    }
    EXPECT_FALSE(report.metric("unheard_of"));
    EXPECT_TRUE(report.interval("precision"));
    EXPECT_TRUE(report.interval("roc_auc"));
    EXPECT_FALSE(report.interval("f1"));
}

TEST(MetricsReport, ContractKeysComeFirst) {
    const auto ids = metricIds();
    EXPECT_EQ(ids[0], "accuracy");
    EXPECT_EQ(ids[8], "roc_auc");
    EXPECT_EQ(ids[14], "ks");
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "precision"), 1);
}

TEST(MetricsReport, BootstrapFillsWhatHasNoFormula) {
    auto request = requestFor(eightRows());
    request.replicates = 50;
    const auto report = metricsReport(request);
    EXPECT_TRUE(report.interval("f1"));
    EXPECT_EQ(report.bootstrap->replicates, 50u);
}

TEST(MetricsReport, BootstrapGivesEverySegmentItsOwnIntervals) {
    auto request = requestFor(eightRows());
    request.by = {"a"};
    EXPECT_TRUE(metricsReport(request).groupBootstraps.empty());
    request.replicates = 200;
    const auto report = metricsReport(request);
    for (const Segment& segment : report.segments->segments) {
        // The same as of its samples alone.
        auto alone = requestFor(eightRows());
        alone.replicates = 200;
        alone.where = "a = '" + *segment.key.values[0] + "'";
        const auto inside = metricsReport(alone);
        for (const char* id : {"f1", "mcc", "average_precision", "brier", "recall"}) {
            const auto ours = report.interval(segment, id);
            const auto theirs = inside.interval(id);
            ASSERT_EQ(ours.has_value(), theirs.has_value()) << id;
            if (!ours) continue;
            EXPECT_EQ(ours->lo, theirs->lo) << id;
            EXPECT_EQ(ours->hi, theirs->hi) << id;
        }
        EXPECT_EQ(report.interval(segment, "cost").has_value(), inside.bootstrap->intervals.contains("cost"));
        EXPECT_EQ(report.groupBootstraps[segment.group].dropped, inside.bootstrap->dropped);
    }
}

TEST(MetricsReport, FairnessIsByColumnAndByTheCross) {
    auto request = requestFor(eightRows());
    request.by = {"a", "b"};
    const auto report = metricsReport(request);
    ASSERT_EQ(report.fairness.size(), 3u);
    EXPECT_EQ(report.fairness[0].first, "a");
    EXPECT_EQ(report.fairness[2].first, "a,b");
    request.by = {"a"};
    const auto alone = metricsReport(request);
    EXPECT_EQ(*alone.fairness[0].second.tpr.difference, *report.fairness[0].second.tpr.difference);
    EXPECT_EQ(*alone.fairness[0].second.selectionRate.ratio, *report.fairness[0].second.selectionRate.ratio);
    request.by = {"absent"};
    EXPECT_THROW(metricsReport(request), Error);
}

TEST(MetricsReport, BayesThresholdIsInTheFilesUnitsAndOnlyForProbabilities) {
    auto request = requestFor(eightRows());
    request.costs = CostModel{{}, {1, 0, {}}, {4, 0, {}}, {}, 0, {}, 0, "month", {}};
    EXPECT_EQ(bayesThresholdOf(metricsReport(request)), 0.2);
    request.table = eightRows(ScoreKind::Percent, 100);
    EXPECT_EQ(bayesThresholdOf(metricsReport(request)), 20);
    request.table = eightRows(ScoreKind::Logit);
    EXPECT_FALSE(bayesThresholdOf(metricsReport(request)));
    request.table = eightRows(ScoreKind::Raw);
    EXPECT_FALSE(bayesThresholdOf(metricsReport(request)));
}

TEST(MetricsReport, SavingsAreAtTheThresholdInForce) {
    auto request = requestFor(eightRows());
    request.threshold = 0.4;  // tp 3, fp 2, fn 1: 3 false alarms against 4
    EXPECT_EQ(*savingsOf(metricsReport(request)), 0.25);
}

}  // namespace
}  // namespace reckoner
