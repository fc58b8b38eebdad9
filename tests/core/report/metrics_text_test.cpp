#include "core/report/metrics_text.h"

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

MetricsRequest fourSamples() {
    MetricsRequest request;
    request.table = test::VectorTable()
                        .labels({"yes", "no", "yes", "no"})
                        .scores({0.9, 0.6, 0.3, 0.1})
                        .segment("city", {"Bern\x1B[31m", "", "Rome", "Rome"})
                        .build();
    request.threshold = 0.5;
    return request;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(MetricsText, TheMatrixLiesAsTheSliderLies) {
    const std::string text = metricsText(metricsReport(fourSamples()));
    EXPECT_TRUE(holds(text,
                      "         let through  flagged\n"
                      "yes                1        1\n"
                      "not yes            1        1\n"))
        << text;
}

TEST(MetricsText, SaysWhatCostsMean) {
    auto request = fourSamples();
    EXPECT_TRUE(holds(metricsText(metricsReport(request)),
                      "wrong decisions cost 2.00 false alarms over these 4 samples"))
        << metricsText(metricsReport(request));
    CostModel costs;
    costs.fn.fixed = 100;
    costs.fp.fixed = 10;
    costs.currency = "EUR";
    costs.volumePerPeriod = 1000;
    request.costs = costs;
    const std::string text = metricsText(metricsReport(request));
    EXPECT_TRUE(holds(text, "At 0.50, wrong decisions cost 27,500 EUR a month.")) << text;
    EXPECT_TRUE(holds(text, "The lowest possible is 2,500 EUR, at 0.30")) << text;
}

TEST(MetricsText, AFilterThatLeavesNobodySaysSoInsteadOfATableOfBlanks) {
    auto request = fourSamples();
    request.where = "city = 'Oslo'";
    const std::string text = metricsText(metricsReport(request));
    EXPECT_TRUE(holds(text, "No sample matches it")) << text;
    EXPECT_FALSE(holds(text, "Precision")) << text;
}

TEST(MetricsText, AThresholdBeyondAllScoresIsHeldAgainstThem) {
    auto request = fourSamples();
    request.threshold = 7;
    const std::string text = metricsText(metricsReport(request));
    EXPECT_TRUE(holds(text, "The scores of this run lie from 0.100 to 0.900\n")) << text;
    request.threshold = 0.9;
    EXPECT_FALSE(holds(metricsText(metricsReport(request)), "The scores of this run lie"));
}

TEST(MetricsText, UndefinedSaysWhy) {
    auto request = fourSamples();
    request.threshold = 2;
    EXPECT_TRUE(holds(metricsText(metricsReport(request)), "nothing is flagged"));
}

TEST(MetricsText, DataCannotSteerTheTerminal) {
    auto request = fourSamples();
    request.by = {"city"};
    const std::string text = metricsText(metricsReport(request));
    EXPECT_FALSE(holds(text, "\x1B"));
    EXPECT_TRUE(holds(text, "(missing)"));
    EXPECT_TRUE(holds(text, "few"));
}

TEST(MetricsText, AReversedModelIsAskedAbout) {
    MetricsRequest request;
    request.table = test::VectorTable().labels({"yes", "no"}).scores({0.1, 0.9}).build();
    EXPECT_TRUE(holds(metricsText(metricsReport(request)), "is \"yes\" the right positive class?"));
}

TEST(MetricsText, NamesWhyRowsAreLeftOut) {
    ExclusionCounts excluded;
    EXPECT_EQ(excludedText(excluded), "");
    excluded[Exclusion::MissingLabel] = 2;
    excluded[Exclusion::InfiniteScore] = 1;
    EXPECT_EQ(excludedText(excluded), "3 left out: 2 without a label, 1 with an infinite score");
}

}  // namespace
}  // namespace reckoner
