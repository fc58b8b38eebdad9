#include "core/report/coverage_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

CoverageBoardPtr coverageReportBoard(bool compared) {
    std::vector<std::string> labels, groups, theirs;
    std::vector<double> scores, ages;
    for (int i = 0; i < 40; ++i) {
        labels.push_back(i % 2 == 0 ? "yes" : "no");
        groups.push_back(i < 30 ? "a" : i < 39 ? "b\x1b[2J" : "");
        theirs.push_back(i < 20 ? "a" : "c");
        scores.push_back(i / 40.0);
        ages.push_back(i);
    }
    const auto tableOf = [&](const std::vector<std::string>& values) {
        return test::VectorTable()
            .labels(labels)
            .scores(scores)
            .segment("g", values)
            .numeric("age", ages)
            .build();
    };
    AnalysisRequest request;
    request.table = tableOf(groups);
    return CoverageBoard::build(
        {analyse(request), {{"g"}, {"age"}}, compared ? tableOf(theirs) : nullptr, "v1"});
}

TEST(CoverageReport, IsOneObjectAColumn) {
    const Json json = coverageJson(*coverageReportBoard(true), 0.5, *findMetric("recall"));
    EXPECT_EQ(json["g"]["rows"], 40);
    EXPECT_EQ(json["g"]["missing"], 1);
    EXPECT_EQ(json["g"]["distinct"], 2);
    EXPECT_EQ(json["g"]["only_here"], 1);
    EXPECT_EQ(json["g"]["only_there"], 1);
    EXPECT_NEAR(json["g"]["effective"].get<double>(), 39.0 * 39 / (30 * 30 + 9 * 9), 1e-9);
    EXPECT_NEAR(json["g"]["top_1_share"].get<double>(), 30.0 / 39, 1e-12);
    EXPECT_EQ(json["g"]["values"][0]["value"], "a");
    EXPECT_EQ(json["g"]["values"][0]["other_rows"], 20);
    EXPECT_EQ(json["g"]["values"][0]["trials"], 15);
    // With so small a rest no number of samples would do.
    EXPECT_TRUE(json["g"]["values"][0]["more"].is_null());
    EXPECT_TRUE(json["g"]["values"].back()["value"].is_null());
    EXPECT_EQ(json["age"]["range"], Json::array({0.0, 39.0}));
    EXPECT_EQ(json["age"]["outside"], 0);
    EXPECT_EQ(json["g"]["findings"][0]["kind"], "new_values");
    EXPECT_TRUE(json["g"]["values"][0].contains("tells"));
}

TEST(CoverageReport, WithoutAnotherRunNothingIsCompared) {
    const Json json = coverageJson(*coverageReportBoard(false), 0.5, *findMetric("recall"));
    EXPECT_FALSE(json["g"].contains("only_here"));
    EXPECT_FALSE(json["g"]["values"][0].contains("other_rows"));
    EXPECT_FALSE(json["age"].contains("outside"));
}

TEST(CoverageReport, TheTextIsHarmlessOnATerminal) {
    const std::string text = coverageText(*coverageReportBoard(true), 0.5, *findMetric("recall"), {});
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_NE(text.find("New or gone"), std::string::npos);
    EXPECT_NE(text.find("1 new, 1 gone"), std::string::npos) << text;
}

}  // namespace
}  // namespace reckoner
