#include "core/metrics/fairness_board.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/metrics/calibration.h"
#include "core/metrics/fairness_intervals.h"
#include "core/metrics/intervals.h"
#include "core/metrics/segments.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr creditForFairness(const std::string& where = {}) {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.costs = parseCosts("fp=5,fn=0.5*amount,tp=-10,tn=0");
    request.where = where;
    return analyse(request);
}

TEST(FairnessBoard, AgreesWithTheFiguresOfEachColumn) {
    const RunAnalysisPtr run = creditForFairness();
    const auto board = FairnessBoard::build(run, {{{"marital"}}, {{"home"}, {"job"}}});
    for (const double threshold : {0.1, 0.31, 0.77}) {
        for (std::size_t set = 0; set < 2; ++set) {
            AnalysisRequest request = run->request;
            request.groupBy =
                set == 0 ? std::vector<std::string>{"marital"} : std::vector<std::string>{"home", "job"};
            const RunAnalysisPtr grouped = analyse(request);
            const Fairness plain = fairness(segmentTable(*grouped, threshold), kFewestInGroup);
            const FairReading ours = board->at(threshold, set);
            EXPECT_EQ(*ours.figures.selectionRate.ratio, *plain.selectionRate.ratio);
            EXPECT_EQ(*ours.figures.tpr.difference, *plain.tpr.difference);
            EXPECT_EQ(*ours.figures.equalizedOddsDifference, *plain.equalizedOddsDifference);
            double total = 0;
            for (std::size_t g = 0; g < ours.tallies.size(); ++g)
                if (ours.moneyEach[g]) total += *ours.moneyEach[g] * static_cast<double>(ours.tallies[g].n());
            EXPECT_NEAR(total, run->cost.total(ours.whole), 1e-6);
        }
    }
}

TEST(FairnessBoard, CalibrationIsWhatTheScoresPromiseAgainstWhatHappened) {
    const RunAnalysisPtr run = creditForFairness();
    const auto board = FairnessBoard::build(run, {{{"job"}}});
    const FairSet& set = board->sets()[0];
    for (std::size_t g = 0; g < set.groups.size(); ++g) {
        double n = 0, promised = 0, happened = 0;
        std::vector<double> gaps;
        for (std::size_t i = 0; i < run->rows.rows.size(); ++i) {
            if (set.grouping.codes[run->rows.rows[i]] != g) continue;
            ++n;
            promised += run->rows.scores[i];
            happened += run->rows.positiveBits[i];
            gaps.push_back(run->rows.scores[i] - run->rows.positiveBits[i]);
        }
        const FairGroup& group = set.groups[g];
        EXPECT_EQ(static_cast<double>(group.n), n);
        EXPECT_NEAR(*group.predicted, promised / n, 1e-12);
        EXPECT_NEAR(*group.happened, happened / n, 1e-12);
        EXPECT_NEAR(*group.calibrationGap, (promised - happened) / n, 1e-12);
        double squares = 0;
        for (const double gap : gaps)
            squares += (gap - *group.calibrationGap) * (gap - *group.calibrationGap);
        if (n < 2) continue;
        const double half = kZ95 * std::sqrt(squares / (n - 1) / n);
        EXPECT_NEAR(group.calibrationInterval->hi - *group.calibrationGap, half, 1e-9);
    }
}

TEST(FairnessBoard, MissingAndTinyGroupsAreListedWithWhatIsNotScored) {
    AnalysisRequest request;
    std::vector<std::string> labels, groups;
    std::vector<double> scores;
    for (int i = 0; i < 100; ++i) {
        labels.push_back(i % 4 == 0 ? "yes" : "no");
        groups.push_back(i < 60 ? "<b>a</b>" : "日本");
        scores.push_back(i / 100.0);
    }
    for (int i = 0; i < 3; ++i) {
        labels.push_back("yes");
        groups.push_back("");
        scores.push_back(0.5);
    }
    labels.push_back("");
    groups.push_back("nobody scored");
    scores.push_back(0.5);
    request.table = test::VectorTable().labels(labels).scores(scores).segment("g", groups).build();
    const auto board = FairnessBoard::build(analyse(request), {{{"g"}}});
    const FairSet& set = board->sets()[0];
    ASSERT_EQ(set.groups.size(), 4u);
    const FairReading reading = board->at(0.3, 0);
    EXPECT_EQ(reading.figures.selectionRate.groups, 2u);
    EXPECT_EQ(reading.figures.tooSmall.size(), 1u);
    EXPECT_EQ(set.groups[1].key.values[0], "nobody scored");
    EXPECT_EQ(set.groups[1].rows, 1u);
    EXPECT_EQ(set.groups[1].n, 0u);
    EXPECT_EQ(reading.moneyEach[1].why, Reason::NoSamples);
    EXPECT_FALSE(set.groups[1].calibrationGap);
    EXPECT_EQ(set.groups[3].key.values[0], std::nullopt);
    EXPECT_TRUE(set.groups[3].small());
}

TEST(FairnessBoard, ProposesColumnsByTheirNamesAndOnlyThose) {
    const auto table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    EXPECT_EQ(likelyProtected(*table), (std::vector<std::string>{"marital", "age_band"}));
    const auto other = test::VectorTable()
                           .labels({"yes"})
                           .scores({0.5})
                           .segment("origin_hub", {"ATL"})
                           .segment("Gender", {"f"})
                           .segment("page", {"1"})
                           .numeric("late_rate", {1})
                           .build();
    EXPECT_EQ(likelyProtected(*other), std::vector<std::string>{"Gender"});
}

TEST(FairnessBoard, MoneyEachHasTheIntervalOfAMean) {
    const RunAnalysisPtr run = creditForFairness("age > 30");
    const auto board = FairnessBoard::build(run, {{{"home"}}});
    const FairSet& set = board->sets()[0];
    const auto intervals = groupMoneyIntervals(*run, set.grouping, 0.31);
    const FairReading reading = board->at(0.31, 0);
    const auto amounts = run->request.table->real(run->request.table->find("amount")->id);
    for (std::size_t g = 0; g < set.groups.size(); ++g) {
        if (set.groups[g].n < 2) continue;
        std::vector<double> each;
        for (std::size_t i = 0; i < run->rows.rows.size(); ++i) {
            const RowIndex row = run->rows.rows[i];
            if (set.grouping.codes[row] != g) continue;
            const bool yes = run->rows.positiveBits[i] != 0;
            const bool flagged = run->rows.scores[i] >= 0.31;
            each.push_back(flagged ? (yes ? -10 : 5) : (yes ? 0.5 * amounts->values()[row] : 0));
        }
        double mean = 0, squares = 0;
        for (const double one : each)
            mean += one / static_cast<double>(each.size());
        for (const double one : each)
            squares += (one - mean) * (one - mean);
        const auto n = static_cast<double>(each.size());
        EXPECT_NEAR(*reading.moneyEach[g], mean, 1e-9);
        EXPECT_NEAR(intervals[g]->lo, mean - kZ95 * std::sqrt(squares / (n - 1) / n), 1e-6);
    }
}

}  // namespace
}  // namespace reckoner
