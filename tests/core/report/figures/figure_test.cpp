// What the figures of a report say and draw, of the runs of the demo and of hostile names.
#include "core/report/figures/figure.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/metrics/metric_list.h"
#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

std::size_t occurrencesIn(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

RunAnalysisPtr analysed(test::VectorTable& table) {
    AnalysisRequest request;
    request.table = table.build();
    return analyse(request);
}

class FigureTest : public testing::Test {
 protected:
    static void SetUpTestSuite() {
        auto table = test::demoRun("credit_default/credit_default_v2_forest.csv");
        run_ = analysed(table);
    }
    static void TearDownTestSuite() { run_.reset(); }

    static void expectWhole(const FigureBlock& figure) {
        EXPECT_FALSE(figure.title.empty());
        EXPECT_FALSE(figure.text.empty());
        EXPECT_EQ(occurrencesIn(figure.svg, "<svg "), 1U);
        EXPECT_TRUE(figure.svg.ends_with("</svg>\n"));
        for (const char* element : {"text", "title", "desc"})
            EXPECT_EQ(occurrencesIn(figure.svg, std::string("<") + element),
                      occurrencesIn(figure.svg, std::string("</") + element));
        EXPECT_EQ(figure.svg.find("nan"), std::string::npos);
        EXPECT_LT(figure.svg.size(), 200'000U);
    }

    static RunAnalysisPtr run_;
    const Vocabulary words_;
};
RunAnalysisPtr FigureTest::run_;

TEST_F(FigureTest, TheCostCurveMarksThePointThePolicyAndTheLowest) {
    const FigureBlock figure = costFigure({{"v2", run_, 0.31, 0.42}}, words_);
    expectWhole(figure);
    for (const char* words : {"counted at 0.31", "policy 0.42", "lowest "})
        EXPECT_NE(figure.svg.find(words), std::string::npos) << words;
    EXPECT_NE(figure.text.find("v2 at 0.31 costs"), std::string::npos) << figure.text;
    const FigureBlock tiers = costFigure({{"v3", run_, 0.31, {}, 59'800}}, words_);
    EXPECT_NE(tiers.text.find("v3 at 0.31 alone would cost"), std::string::npos) << tiers.text;
    EXPECT_NE(tiers.text.find(", in its tiers 59,800; the lowest with one threshold is"), std::string::npos);
    const FigureBlock same = costFigure({{"v2", run_, 0.42, 0.42}}, words_);
    EXPECT_NE(same.svg.find("policy in force 0.42"), std::string::npos);
    EXPECT_EQ(same.svg.find("counted at"), std::string::npos);
}

TEST_F(FigureTest, SeveralRunsShareAnAxisOnlyWhereTheirScoresAreOfOneKind) {
    const FigureBlock both = costFigure({{"v2", run_, 0.42, {}}, {"v3", run_, 0.35, {}}}, words_);
    expectWhole(both);
    EXPECT_NE(both.svg.find("v3 0.35"), std::string::npos);
    test::VectorTable margins;
    margins.info.kind = ScoreKind::Margin;
    margins.labels({"yes", "no", "yes", "no"}).scores({2.0, -1.0, 0.5, 0.1});
    const FigureBlock apart =
        costFigure({{"v2", run_, 0.42, {}}, {"m1", analysed(margins), 0.2, {}}}, words_);
    EXPECT_NE(apart.text.find("different kinds"), std::string::npos) << apart.text;
    EXPECT_EQ(apart.svg.find("m1 0."), std::string::npos);
}

TEST_F(FigureTest, PrecisionAndRecallAreThoseOfTheThreshold) {
    const FigureBlock figure = precisionRecallFigure({{"v2", run_, 0.42, {}}}, words_);
    expectWhole(figure);
    EXPECT_NE(figure.text.find("Of 100 flagged, 64 are right; 58 of 100 real ones are caught."),
              std::string::npos)
        << figure.text;
}

TEST_F(FigureTest, TheHistogramCountsAsTheMatrixDoes) {
    const FigureBlock figure = scoreFigure({"v2", run_, 0.42, {}}, words_);
    expectWhole(figure);
    const Tally tally = run_->sweep->at(0.42);
    EXPECT_NE(figure.svg.find(std::to_string(tally.fn.n) + " missed"), std::string::npos);
    EXPECT_NE(figure.text.find(std::to_string(tally.tp.n) + " caught"), std::string::npos);
}

TEST_F(FigureTest, IntervalsSayLowestAndHighestAndListAllForThoseWithoutAPicture) {
    const FigureBlock figure = intervalFigure("Caught by segment",
                                              {{"job: <b>x</b>", 100, 0.5, Interval{0.4, 0.6}},
                                               {"job: part", 50, 0.9, Interval{0.8, 0.95}},
                                               {"job: none", 0, Reason::NoPositives, {}},
                                               {"job: few", 2, 1.0, Interval{0.3, 1}}},
                                              0.58);
    expectWhole(figure);
    EXPECT_EQ(figure.text, "Everyone: 58 of 100. Lowest: job: <b>x</b>, 50; highest: job: part, 90.");
    EXPECT_EQ(figure.svg.find("<b>"), std::string::npos);
    ASSERT_EQ(figure.table.rows.size(), 4U);
    EXPECT_EQ(figure.table.rows[2][2], "n/a");
}

TEST_F(FigureTest, ResultsOverTimeStandInTheirOrder) {
    std::vector<VersionResult> results(3);
    const char* dates[] = {"2026-01-04", "2026-01-11", "2026-01-18"};
    for (std::size_t i = 0; i < 3; ++i) {
        results[i].evalSet = "W" + std::to_string(i + 1);
        results[i].date = dates[i];
        results[i].n = 550;
        results[i].recall = 0.5 + 0.1 * static_cast<double>(i);
        results[i].recallInterval = Interval{0.4, 0.8};
        results[i].precision = Reason::NothingFlagged;
    }
    const FigureBlock figure = historyFigure("v2", results, words_);
    expectWhole(figure);
    EXPECT_LT(figure.svg.find("4 Jan"), figure.svg.find("18 Jan"));
    ASSERT_EQ(figure.table.rows.size(), 3U);
    EXPECT_EQ(figure.table.rows[2][3], "70");
    EXPECT_EQ(figure.table.rows[2][4], "n/a");
}

TEST_F(FigureTest, ScoresThatAreAllAlikeAndOneClassDrawWithoutNonsense) {
    test::VectorTable alike;
    alike.info.kind = ScoreKind::Raw;
    alike.labels({"yes", "yes", "yes"}).scores({7, 7, 7});
    const RunAnalysisPtr run = analysed(alike);
    for (const double threshold : {7.0, 8.0, std::numeric_limits<double>::infinity()}) {
        expectWhole(costFigure({{"a", run, threshold, {}}}, words_));
        expectWhole(scoreFigure({"a", run, threshold, {}}, words_));
        expectWhole(precisionRecallFigure({{"a", run, threshold, {}}}, words_));
    }
}

}  // namespace
}  // namespace reckoner
