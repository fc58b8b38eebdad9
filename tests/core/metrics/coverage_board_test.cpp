#include "core/metrics/coverage_board.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/metrics/sample_need.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr coveredRun(const std::string& where = {}) {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.where = where;
    return analyse(request);
}

TEST(CoverageBoard, SaysWhichSegmentsAreTooSmallAndByHowMuch) {
    const RunAnalysisPtr run = coveredRun();
    const auto board = CoverageBoard::build({run, {{"job"}, {"age_band"}}, {}, {}});
    const MetricEntry& recall = *findMetric("recall");
    const BoardReading reading = board->segments()->at(0.31, recall);
    const auto claims = segmentClaims(*board->segments(), reading);
    ASSERT_EQ(claims.size(), board->segments()->segments().size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const Tally& mine = reading.segments[i].tally;
        const auto positives = static_cast<double>(mine.tp.n + mine.fn.n);
        const double caught = static_cast<double>(reading.whole.tp.n - mine.tp.n);
        const double rest = static_cast<double>(reading.whole.positives() - mine.positives());
        EXPECT_EQ(claims[i].trials, positives);
        EXPECT_EQ(claims[i].needed, trialsNeeded({caught / rest, rest}));
        if (!claims[i].needed) {
            EXPECT_TRUE(claims[i].thin());
            continue;
        }
        const double lacking = std::max(0.0, static_cast<double>(*claims[i].needed) - positives);
        if (positives > 0) {
            EXPECT_NEAR(static_cast<double>(*claims[i].more),
                        lacking / (positives / static_cast<double>(mine.n())), 1.0);
        }
        EXPECT_EQ(claims[i].thin(), lacking > 0);
    }
}

TEST(CoverageBoard, EverybodyNeedsNoComparison) {
    AnalysisRequest request;
    request.table =
        test::VectorTable().labels({"yes", "no"}).scores({0.9, 0.1}).segment("g", {"a", "a"}).build();
    const auto board = CoverageBoard::build({analyse(request), {{"g"}}, {}, {}});
    const auto claims = segmentClaims(*board->segments(), board->segments()->at(0.5, *findMetric("recall")));
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_TRUE(claims[0].alone);
    EXPECT_FALSE(claims[0].thin());
}

TEST(CoverageBoard, NumbersHaveBarsOverAllRows) {
    const auto board = CoverageBoard::build({coveredRun("age > 40"), {{"job"}, {"age"}}, {}, {}});
    EXPECT_FALSE(board->bars()[0]);
    const auto& bars = board->bars()[1];
    ASSERT_TRUE(bars);
    std::uint64_t all = 0;
    for (const std::uint64_t one : bars->counts)
        all += one;
    EXPECT_EQ(all, 4454u);
    EXPECT_LT(bars->lo, 40);
    // The cohort is what coverage is of.
    EXPECT_LT(board->columns()[1].rows, 4454u);
}

TEST(CoverageBoard, ACohortTheOtherRunCannotTellIsComparedWithAllOfIt) {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "no"})
                        .scores({0.9, 0.1, 0.2})
                        .segment("g", {"a", "b", "b"})
                        .segment("extra", {"x", "x", "y"})
                        .build();
    request.where = "extra = 'x'";
    const auto other =
        test::VectorTable().labels({"yes", "no"}).scores({0.9, 0.1}).segment("g", {"a", "c"}).build();
    const auto board = CoverageBoard::build({analyse(request), {{"g"}, {"extra"}}, other, "v1"});
    EXPECT_EQ(board->columns()[0].otherRows, 2u);
    EXPECT_EQ(board->columns()[0].onlyThere(), 1u);
    EXPECT_FALSE(board->columns()[1].otherRows);
    EXPECT_TRUE(board->segmentOf(0, "a"));
    EXPECT_FALSE(board->segmentOf(0, "c"));
}

}  // namespace
}  // namespace reckoner
