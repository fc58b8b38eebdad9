#include "core/metrics/segment_board.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/intervals.h"
#include "core/metrics/segments.h"
#include "core/metrics/significance.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr boardRun(const std::string& file, const CostModel& costs = {}) {
    AnalysisRequest request;
    request.table = test::demoRun(file).build();
    request.costs = costs;
    return analyse(request);
}

const std::size_t kNowhere = static_cast<std::size_t>(-1);
std::size_t findSegment(const SegmentBoard& board, const std::string& column, const std::string& value) {
    for (std::size_t i = 0; i < board.segments().size(); ++i)
        if (board.segments()[i].columns.front() == column && board.segments()[i].key.values.front() == value)
            return i;
    return kNowhere;
}

std::vector<SegmentSet> setsOf(const std::vector<std::string>& columns) {
    std::vector<SegmentSet> sets;
    for (const std::string& column : columns)
        sets.push_back({{column}});
    return sets;
}

TEST(SegmentBoard, AgreesWithTheTableOfEachColumn) {
    const CostModel costs = parseCosts("fp=5,fn=30,tp=-10,tn=0");
    const RunAnalysisPtr run = boardRun("credit_default/credit_default_v2_forest.csv", costs);
    const std::vector<std::string> columns = usualSegmentColumns(*run->request.table);
    EXPECT_EQ(columns, (std::vector<std::string>{"home", "marital", "job", "records", "age_band"}));
    const auto board = SegmentBoard::build(run, setsOf(columns));
    const MetricEntry& recall = *findMetric("recall");
    for (const double threshold : {0.1, 0.31, 0.5, 0.9}) {
        const BoardReading reading = board->at(threshold, recall);
        std::size_t at = 0;
        for (const std::string& column : columns) {
            AnalysisRequest request = run->request;
            request.groupBy = {column};
            const SegmentTable table = segmentTable(*analyse(request), threshold);
            for (const Segment& segment : table.segments) {
                ASSERT_LT(at, board->segments().size());
                EXPECT_EQ(board->segments()[at].key.values, segment.key.values);
                const SegmentReading& ours = reading.segments[at];
                EXPECT_EQ(ours.tally.tp.n, segment.tally.tp.n);
                EXPECT_EQ(ours.tally.fp.n, segment.tally.fp.n);
                EXPECT_EQ(ours.value.v, segment.metric("recall")->v);
                EXPECT_EQ(ours.interval.has_value(), segment.interval("recall").has_value());
                if (ours.interval) {
                    EXPECT_EQ(ours.interval->lo, segment.interval("recall")->lo);
                }
                EXPECT_NEAR(ours.cost, *segment.cost, 1e-9);
                ++at;
            }
        }
        EXPECT_EQ(at, board->segments().size());
    }
}

TEST(SegmentBoard, FindsThePartTimersThatVersionThreeFails) {
    // v3 lost the job input: nobody tells the board where to look.
    const RunAnalysisPtr run = boardRun("credit_default/credit_default_v3_boosting.jsonl");
    const auto board = SegmentBoard::build(run, setsOf(usualSegmentColumns(*run->request.table)));
    const BoardReading reading = board->at(0.5, *findMetric("recall"));
    const std::size_t place = findSegment(*board, "job", "partime");
    ASSERT_NE(place, kNowhere);
    const SegmentReading& partTimers = reading.segments[place];
    EXPECT_NEAR(*partTimers.value, 0.54, 0.005);

    const RunAnalysisPtr before = boardRun("credit_default/credit_default_v2_forest.csv");
    const auto boardBefore = SegmentBoard::build(before, setsOf({"job"}));
    const BoardReading readingBefore = boardBefore->at(0.5, *findMetric("recall"));
    EXPECT_NEAR(*readingBefore.segments[findSegment(*boardBefore, "job", "partime")].value, 0.78, 0.005);
}

// The plain way, one by one: two-proportion test against the rest.
TEST(SegmentBoard, ComparesEachSegmentWithTheRest) {
    Random random(11);
    std::vector<std::string> labels, groups;
    std::vector<double> scores;
    for (int i = 0; i < 4000; ++i) {
        const bool yes = random.unit() < 0.4;
        const auto group = random.below(5);
        labels.push_back(yes ? "yes" : "no");
        groups.push_back(group == 4 && random.unit() < 0.9 ? "rare"
                                                           : std::string(1, static_cast<char>('a' + group)));
        scores.push_back(random.unit() * 0.5 + (yes && group != 0 ? 0.4 : 0.1));
    }
    AnalysisRequest request;
    request.table = test::VectorTable().labels(labels).scores(scores).segment("g", groups).build();
    const RunAnalysisPtr run = analyse(request);
    const auto board = SegmentBoard::build(run, {{{"g"}}});
    const BoardReading reading = board->at(0.5, *findMetric("recall"));
    std::vector<Value> p;
    for (const BoardSegment& segment : board->segments()) {
        double caught = 0, positives = 0, restCaught = 0, restPositives = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (labels[i] != "yes") continue;
            const bool inside = groups[i] == segment.key.values[0];
            (inside ? positives : restPositives) += 1;
            if (scores[i] >= 0.5) (inside ? caught : restCaught) += 1;
        }
        const SegmentReading& ours =
            reading.segments[static_cast<std::size_t>(&segment - board->segments().data())];
        EXPECT_NEAR(*ours.difference, caught / positives - restCaught / restPositives, 1e-12);
        const double pooled = (caught + restCaught) / (positives + restPositives);
        const double z =
            *ours.difference / std::sqrt(pooled * (1 - pooled) * (1 / positives + 1 / restPositives));
        EXPECT_NEAR(*ours.pValue, std::erfc(std::abs(z) / std::sqrt(2.0)), 1e-12);
        const Interval a = *wilson95(caught, positives);
        const Interval b = *wilson95(restCaught, restPositives);
        const double share = caught / positives, rest = restCaught / restPositives;
        EXPECT_NEAR(ours.differenceInterval->lo,
                    share - rest - std::sqrt(std::pow(share - a.lo, 2) + std::pow(b.hi - rest, 2)), 1e-12);
        p.push_back(ours.pValue);
    }
    const auto q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < q.size(); ++i)
        EXPECT_EQ(*q[i], *reading.segments[i].qValue);
    EXPECT_EQ(reading.segments[0].standing, Standing::Worse);
    EXPECT_EQ(worstBeyondNoise(reading).front(), 0u);
}

TEST(SegmentBoard, SaysWhyARateIsUndefinedAndNeverHidesASegment) {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "no", "yes", "yes", "no"})
                        .scores({0.9, 0.1, 0.2, 0.8, 0.3, 0.7})
                        .segment("g", {"<i>one</i>", "日本", "日本", "yes", "yes", ""})
                        .build();
    const RunAnalysisPtr run = analyse(request);
    const auto board = SegmentBoard::build(run, {{{"g"}}});
    ASSERT_EQ(board->segments().size(), 4u);
    const BoardReading recall = board->at(0.5, *findMetric("recall"));
    for (const SegmentReading& one : recall.segments)
        EXPECT_EQ(one.standing, Standing::TooFew);
    EXPECT_EQ(recall.segments[2].value.why, Reason::NoPositives);  // 日本
    EXPECT_FALSE(recall.segments[2].difference);
    EXPECT_FALSE(recall.segments[2].qValue);
    const BoardReading precision = board->at(0.95, *findMetric("precision"));
    for (const SegmentReading& one : precision.segments)
        EXPECT_EQ(one.value.why, Reason::NothingFlagged);
}

TEST(SegmentBoard, HasNoRestForASegmentThatIsEverybody) {
    AnalysisRequest request;
    request.table =
        test::VectorTable().labels({"yes", "no"}).scores({0.9, 0.1}).segment("g", {"a", "a"}).build();
    const auto board = SegmentBoard::build(analyse(request), {{{"g"}}});
    const BoardReading reading = board->at(0.5, *findMetric("recall"));
    ASSERT_EQ(reading.segments.size(), 1u);
    EXPECT_FALSE(reading.segments[0].difference);
    EXPECT_EQ(reading.segments[0].pValue.why, Reason::NoSamples);
}

TEST(SegmentBoard, TakesTenThousandSegmentsAndCrosses) {
    Random random(3);
    std::vector<std::string> labels, ids, kinds;
    std::vector<double> scores;
    for (int i = 0; i < 20'000; ++i) {
        labels.push_back(i % 3 == 0 ? "yes" : "no");
        ids.push_back("site " + std::to_string(i % 10'000));
        kinds.push_back(i % 2 ? "x" : "y");
        scores.push_back(random.unit());
    }
    AnalysisRequest request;
    request.table =
        test::VectorTable().labels(labels).scores(scores).segment("site", ids).segment("kind", kinds).build();
    const auto board = SegmentBoard::build(analyse(request), {{{"site"}}, {{"site"}, {"kind"}}});
    EXPECT_EQ(board->segments().size(), 20'000u);
    const BoardReading reading = board->at(0.5, *findMetric("accuracy"));
    std::uint64_t n = 0;
    for (const SegmentReading& one : reading.segments)
        n += one.tally.n();
    EXPECT_EQ(n, 40'000u);
}

TEST(SegmentBoard, ASegmentNeverSavesLessThanNothingAtItsOwnBest) {
    const RunAnalysisPtr run =
        boardRun("credit_default/credit_default_v2_forest.csv", parseCosts("fp=5,fn=30,tp=-10,tn=0"));
    const auto board = SegmentBoard::build(run, setsOf({"home", "job"}));
    for (const double threshold : {0.05, 0.31, 0.8}) {
        const BoardReading reading = board->at(threshold, *findMetric("recall"));
        for (std::size_t i = 0; i < board->segments().size(); ++i)
            EXPECT_GE(board->ownBestSaves(board->segments()[i], reading.segments[i]), 0);
    }
}

}  // namespace
}  // namespace reckoner
