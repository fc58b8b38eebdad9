#include "core/wording/segment_words.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/metrics/segment_ranking.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr segmentWordsRun() {
    AnalysisRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "yes", "no"})
                        .scores({0.9, 0.8, 0.3, 0.1})
                        .segment("age_band", {"<b>old</b>", "young", "", "young"})
                        .build();
    return analyse(request);
}

TEST(SegmentWords, NameColumnsAndValues) {
    const RunAnalysisPtr run = segmentWordsRun();
    EXPECT_EQ(segmentColumnName(*run->request.table, {"age_band"}), "age band");
    EXPECT_EQ(segmentValueName({{std::optional<std::string>("<b>old</b>"), std::nullopt}}),
              "<b>old</b>, missing");
}

TEST(SegmentWords, EveryMetricOfTheListCanBeChosen) {
    for (const MetricEntry& entry : metricList())
        EXPECT_NE(std::find(segmentMetrics().begin(), segmentMetrics().end(), &entry), segmentMetrics().end())
            << entry.id;
    for (const MetricEntry* entry : scoreMetrics())
        EXPECT_NE(std::find(segmentMetrics().begin(), segmentMetrics().end(), entry), segmentMetrics().end())
            << entry->id;
    EXPECT_EQ(metricName(*scoreMetrics()[3]), "Brier score");
    EXPECT_EQ(metricName(*scoreMetrics()[1]), "average precision");
    EXPECT_EQ(metricName(*findMetric("kappa")), "Cohen's kappa");
    EXPECT_EQ(metricText(*findMetric("mcc"), -0.124), "\u22120.12");
    EXPECT_EQ(metricText(*findMetric("recall"), 0.66), "66");
    EXPECT_EQ(contrastText(*findMetric("f1"), -0.124), "\u22120.12");
    EXPECT_EQ(contrastText(*findMetric("recall"), -0.3), "\u221230 points");
}

TEST(SegmentWords, GroupsOfNumbersAreShortEnoughToRead) {
    EXPECT_EQ(groupLabel("(230.80000000000018, 959]"), "(230.8, 959]");
    EXPECT_EQ(groupLabel("[-0.333333333333, 2]"), "[-0.33333, 2]");
    EXPECT_EQ(groupLabel("> 1182.8999999999"), "> 1182.9");
    EXPECT_EQ(groupLabel("(14, 20]"), "(14, 20]");
    EXPECT_EQ(groupLabel("1234567890.123"), "1234567890.123");
    EXPECT_EQ(groupLabel("<b>(x]</b>"), "<b>(x]</b>");
}

TEST(SegmentWords, HeadsThatAreNoPlainWordsAreExplained) {
    const RunAnalysisPtr run = segmentWordsRun();
    for (const char* key : {"q", "best", "saves", "cost", "errors", "value", "difference"})
        EXPECT_FALSE(segmentHelp(key, *findMetric("recall"), *run, {}).empty()) << key;
    EXPECT_EQ(costHead(*run, {}), "cost, in false alarms");
    EXPECT_NE(segmentLegend({}).find("luck"), std::string::npos);
}

TEST(SegmentWords, SayWhatAShareIsOf) {
    const RunAnalysisPtr run = segmentWordsRun();
    Vocabulary words;
    words.flagged = "refused";
    words.passed = "approved";
    EXPECT_EQ(metricHead(*findMetric("recall"), *run, words), "recall: of 100 yes, caught");
    EXPECT_EQ(metricHead(*findMetric("precision"), *run, words), "precision: of 100 refused, yes");
    EXPECT_EQ(metricHead(*findMetric("fpr"), *run, words), "false positive rate: of 100 no, refused");
    EXPECT_EQ(metricHead(*findMetric("accuracy"), *run, words), "accuracy: of 100 samples, right");
    for (const MetricEntry* metric : segmentMetrics()) {
        EXPECT_FALSE(metricHead(*metric, *run, words).empty());
        EXPECT_NE(&companionOf(*metric), metric);
    }
}

TEST(SegmentWords, WriteFiguresAsPeopleReadThem) {
    EXPECT_EQ(pointsText(-0.3), "\u221230 points");
    EXPECT_EQ(pointsText(0.01), "+1 point");
    EXPECT_EQ(pointsText(-0.002), "0 points");
    EXPECT_EQ(pointsText(Reason::NoPositives), "n/a");
    EXPECT_EQ(qText(0.0004), "< 0.001");
    EXPECT_EQ(qText(0.0491), "0.049");
    EXPECT_EQ(qText(0.114), "0.11");
    EXPECT_EQ(qText(Reason::NoSamples), "n/a");
    EXPECT_EQ(hundredText(0.657), "66");
    EXPECT_EQ(hundredText(Reason::NothingFlagged), "n/a");
}

TEST(SegmentWords, TellASegmentInFullWithItsReasons) {
    const RunAnalysisPtr run = segmentWordsRun();
    const auto board = SegmentBoard::build(run, {{{"age_band"}}});
    const BoardReading reading = board->at(0.5, *findMetric("recall"));
    const std::string young = segmentText(*board, 1, reading, {});
    EXPECT_NE(young.find("age band young: 2 samples, 0 yes"), std::string::npos) << young;
    EXPECT_NE(young.find("n/a"), std::string::npos) << young;
    EXPECT_NE(young.find("Too few to say (fewer than 30 yes)."), std::string::npos) << young;
}

TEST(SegmentWords, AValueKeepsToItsLine) {
    EXPECT_EQ(oneLine("a\nb\tc"), "a b c");
    EXPECT_EQ(oneLine("\u65E5\u2028\u672C"), "\u65E5 \u672C");
    EXPECT_EQ(segmentValueName({{"line\u2029break", std::nullopt}}), "line break, missing");
}

}  // namespace
}  // namespace reckoner
