#include "core/metrics/segment_ranking.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/ranking.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr rankedRun(const std::string& where = {}) {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.where = where;
    return analyse(request);
}

TEST(SegmentRanking, AgreesWithAnAnalysisOfTheSegmentAndOfTheRest) {
    const RunAnalysisPtr run = rankedRun();
    const auto board = SegmentBoard::build(run, {{{"home"}}, {{"records"}}});
    const SegmentRanking ranking = segmentRanking(*board);
    EXPECT_EQ(*ranking.whole, *run->ranking.rocAuc);
    int compared = 0;
    for (std::size_t i = 0; i < board->segments().size(); ++i) {
        const BoardSegment& segment = board->segments()[i];
        if (!segment.key.values[0]) continue;
        const std::string& column = segment.columns[0];
        const RunAnalysisPtr inside = rankedRun(column + " = '" + *segment.key.values[0] + "'");
        const RunAnalysisPtr rest = rankedRun("not (" + column + " = '" + *segment.key.values[0] + "')");
        const SegmentScore& ours = ranking.segments[i];
        if (inside->ranking.rocAuc) {
            EXPECT_NEAR(*ours.value, *inside->ranking.rocAuc, 1e-12);
        }
        if (!ours.difference) continue;
        EXPECT_NEAR(*ours.difference, *inside->ranking.rocAuc - *rest->ranking.rocAuc, 1e-12);
        const double error = std::sqrt(delong(inside->rows)->variance + delong(rest->rows)->variance);
        EXPECT_NEAR(ours.differenceInterval->hi - *ours.difference, 1.959963984540054 * error, 1e-9);
        ++compared;
    }
    EXPECT_GT(compared, 4);
}

TEST(SegmentRanking, IsATableThatNoThresholdChanges) {
    const auto board = SegmentBoard::build(rankedRun(), {{{"job"}}});
    const SegmentRanking ranking = segmentRanking(*board);
    const BoardReading low = readRanking(*board, ranking, 0.1);
    const BoardReading high = readRanking(*board, ranking, 0.9);
    for (std::size_t i = 0; i < low.segments.size(); ++i) {
        EXPECT_EQ(low.segments[i].value.v, high.segments[i].value.v);
        EXPECT_EQ(low.segments[i].standing, high.segments[i].standing);
        EXPECT_NE(low.segments[i].tally.tp.n + low.segments[i].tally.fp.n,
                  high.segments[i].tally.tp.n + high.segments[i].tally.fp.n);
    }
    EXPECT_EQ(low.metric->id, "roc_auc");
}

TEST(SegmentRanking, SaysWhyThereIsNone) {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "yes", "yes"})
                        .scores({0.9, 0.1, 0.4, 0.5})
                        .segment("g", {"a", "a", "b", ""})
                        .build();
    const auto board = SegmentBoard::build(analyse(request), {{{"g"}}});
    const SegmentRanking ranking = segmentRanking(*board);
    EXPECT_EQ(*ranking.segments[0].value, 1);
    EXPECT_FALSE(ranking.segments[0].difference);
    EXPECT_EQ(ranking.segments[1].value.why, Reason::SingleClass);
    for (const SegmentReading& one : readRanking(*board, ranking, 0.5).segments)
        EXPECT_EQ(one.standing, Standing::TooFew);
}

TEST(SegmentRanking, TellsEveryMetricOfTheScores) {
    const auto board = SegmentBoard::build(rankedRun(), {{{"records"}}});
    const RunAnalysisPtr inside = rankedRun("records = 'yes'");
    const Value expected[] = {inside->ranking.rocAuc,      inside->ranking.averagePrecision,
                              inside->ranking.ks,          inside->probability.brier,
                              inside->probability.logLoss, inside->probability.ece10};
    std::size_t at = 0;
    for (const MetricEntry* metric : scoreMetrics()) {
        const SegmentRanking ranking = segmentRanking(*board, *metric);
        std::size_t place = 0;
        while (board->segments()[place].key.values[0] != "yes")
            ++place;
        EXPECT_NEAR(*ranking.segments[place].value, *expected[at++], 1e-12) << metric->id;
        EXPECT_EQ(readRanking(*board, ranking, 0.5).metric, metric);
    }
}

}  // namespace
}  // namespace reckoner
