#include "core/metrics/segment_bootstrap.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/cost/operating_point.h"
#include "core/metrics/segment_ranking.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// Three groups of different size and quality; with weights if asked.
EvalTablePtr drawnTable(bool weighted) {
    Random random(17);
    std::vector<std::string> labels, groups;
    std::vector<double> scores, weights;
    for (int i = 0; i < 900; ++i) {
        const bool yes = random.unit() < 0.35;
        const auto group = std::min<std::uint64_t>(2, random.below(5));
        labels.push_back(yes ? "yes" : "no");
        groups.push_back(std::string(1, static_cast<char>('a' + group)));
        const double score = random.unit() * 0.7 + (yes && group != 0 ? 0.3 : 0.1);
        scores.push_back(std::floor(score * 50) / 50);  // ties
        weights.push_back(0.5 + static_cast<double>(random.below(7)) / 4);
    }
    test::VectorTable table;
    table.labels(labels).scores(scores).segment("g", groups);
    if (weighted) table.weights(weights);
    return table.build();
}

RunAnalysisPtr drawnRun(const EvalTablePtr& table, const std::string& where = {}) {
    AnalysisRequest request;
    request.table = table;
    request.where = where;
    return analyse(request);
}

std::vector<std::size_t> allOf(const SegmentBoard& board) {
    std::vector<std::size_t> all(board.segments().size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    return all;
}

std::string whereOf(const SegmentBoard& board, std::size_t i) {
    return "g = '" + *board.segments()[i].key.values[0] + "'";
}

class SegmentBootstrapTest : public testing::TestWithParam<bool> {};

// Cells are drawn instead of samples: within the error of 2,000 replicates it is the same interval.
TEST_P(SegmentBootstrapTest, MetricsOfTheCountsAreThoseOfABootstrapOfTheSegmentAlone) {
    const EvalTablePtr table = drawnTable(GetParam());
    const auto board = SegmentBoard::build(drawnRun(table), {{{"g"}}});
    std::vector<BootstrapIntervals> alone;
    for (std::size_t i = 0; i < board->segments().size(); ++i)
        alone.push_back(bootstrap(*drawnRun(table, whereOf(*board, i)), 0.6));
    for (const char* id : {"f1", "mcc", "balanced_accuracy", "kappa", "lift"}) {
        const BoardReading reading = board->at(0.6, *findMetric(id));
        const auto drawn = SegmentBootstrap(board, reading).of(allOf(*board));
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const Interval expected = alone[i].intervals.at(id);
            const double near = 0.12 * (expected.hi - expected.lo);
            ASSERT_TRUE(drawn[i].value) << id;
            EXPECT_NEAR(drawn[i].value->lo, expected.lo, near) << id;
            EXPECT_NEAR(drawn[i].value->hi, expected.hi, near) << id;
            EXPECT_EQ(*drawn[i].difference, *reading.segments[i].difference);
            // Around the difference, as wide as both errors together.
            const double error =
                std::hypot(alone[i].standardErrors.at(id),
                           bootstrap(*drawnRun(table, "not (" + whereOf(*board, i) + ")"), 0.6, 400)
                               .standardErrors.at(id));
            EXPECT_NEAR(drawn[i].differenceInterval->hi - drawn[i].differenceInterval->lo,
                        2 * 1.959963984540054 * error, 0.15 * 4 * error)
                << id;
        }
    }
}

TEST_P(SegmentBootstrapTest, MetricsOfTheScoresAreExactlyThoseOfTheSegmentAlone) {
    const EvalTablePtr table = drawnTable(GetParam());
    const auto board = SegmentBoard::build(drawnRun(table), {{{"g"}}});
    for (const MetricEntry* metric : scoreMetrics()) {
        if (!needsBootstrap(*metric, *board)) continue;
        BoardReading reading = readRanking(*board, segmentRanking(*board, *metric), 0.6);
        const auto drawn = SegmentBootstrap(board, reading, 200).of(allOf(*board));
        std::vector<std::optional<SegmentInterval>> known(drawn.begin(), drawn.end());
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const std::string id(metric->id);
            const RunAnalysisPtr inside = drawnRun(table, whereOf(*board, i));
            const RunAnalysisPtr rest = drawnRun(table, "not (" + whereOf(*board, i) + ")");
            const Interval expected = bootstrap(*inside, 0.6, 200).intervals.at(id);
            EXPECT_NEAR(drawn[i].value->lo, expected.lo, 1e-12) << id;
            EXPECT_NEAR(drawn[i].value->hi, expected.hi, 1e-12) << id;
            const auto whole = [&](const RunAnalysisPtr& run) {
                const auto all = SegmentBoard::build(run, {{{"g"}}});
                return *segmentRanking(*all, *metric).whole;
            };
            EXPECT_NEAR(*drawn[i].difference, whole(inside) - whole(rest), 1e-9) << id;
            EXPECT_TRUE(drawn[i].pValue) << id;
        }
        applyIntervals(reading, *board, known);
        for (const SegmentReading& one : reading.segments)
            EXPECT_TRUE(one.qValue) << metric->id;
    }
}

TEST_P(SegmentBootstrapTest, NeitherThreadsNorOrderChangeAFigure) {
    const auto board = SegmentBoard::build(drawnRun(drawnTable(GetParam())), {{{"g"}}});
    Executor executor{3};
    for (const char* id : {"mcc", "average_precision"}) {
        const MetricEntry* ofCounts = findMetric(id);
        const BoardReading reading =
            ofCounts ? board->at(0.6, *ofCounts)
                     : readRanking(*board, segmentRanking(*board, *scoreMetrics()[1]), 0.6);
        const auto together = SegmentBootstrap(board, reading, 300).of(allOf(*board), &executor);
        SegmentBootstrap apart(board, reading, 300);
        for (const std::size_t i : {2u, 0u, 1u}) {
            const auto one = apart.of(std::vector<std::size_t>{i});
            EXPECT_EQ(one[0].value->lo, together[i].value->lo);
            EXPECT_EQ(one[0].value->hi, together[i].value->hi);
            EXPECT_EQ(one[0].differenceInterval->lo, together[i].differenceInterval->lo);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Weights, SegmentBootstrapTest, testing::Bool());

TEST(SegmentBootstrap, IsAskedOnlyWhereNoFormulaIs) {
    const auto plain = SegmentBoard::build(drawnRun(drawnTable(false)), {{{"g"}}});
    const auto weighted = SegmentBoard::build(drawnRun(drawnTable(true)), {{{"g"}}});
    EXPECT_FALSE(needsBootstrap(*findMetric("recall"), *plain));
    EXPECT_TRUE(needsBootstrap(*findMetric("f1"), *plain));
    EXPECT_FALSE(needsBootstrap(rocAucMetric(), *plain));
    EXPECT_TRUE(needsBootstrap(rocAucMetric(), *weighted));
}

TEST(SegmentBootstrap, OneClassHasNoneAndStandsAsTooFew) {
    AnalysisRequest request;
    std::vector<std::string> labels, groups;
    std::vector<double> scores;
    for (int i = 0; i < 200; ++i) {
        groups.push_back(i < 60 ? "<b>only yes</b>" : i == 60 ? "n = 1" : "both");
        labels.push_back(i < 60 || i % 2 ? "yes" : "no");
        scores.push_back(i % 10 / 10.0);
    }
    request.table = test::VectorTable().labels(labels).scores(scores).segment("g", groups).build();
    const auto board = SegmentBoard::build(analyse(request), {{{"g"}}});
    BoardReading reading = board->at(0.5, *findMetric("f1"));
    const auto drawn = SegmentBootstrap(board, reading).of(allOf(*board));
    std::vector<std::optional<SegmentInterval>> known(drawn.begin(), drawn.end());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const bool both = board->segments()[i].key.values[0] == "both";
        EXPECT_EQ(drawn[i].value.has_value(), both);
        if (!both) {
            EXPECT_EQ(drawn[i].dropped, kReplicates);
        }
    }
    known[1].reset();
    const std::vector<Standing> before{reading.segments[0].standing, reading.segments[1].standing};
    applyIntervals(reading, *board, known);  // one is not there yet
    EXPECT_EQ(reading.segments[0].standing, before[0]);
    known[1] = drawn[1];
    applyIntervals(reading, *board, known);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (board->segments()[i].key.values[0] == "both") continue;
        EXPECT_EQ(reading.segments[i].standing, Standing::TooFew);
    }
}

}  // namespace
}  // namespace reckoner
