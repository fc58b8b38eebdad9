#include "core/report/scorecard.h"

#include <gtest/gtest.h>

#include "core/wording/number_format.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

ScorecardRun scoredRun(const std::string& version, const std::vector<double>& scores) {
    test::VectorTable table;
    table.info.model = "credit <b>";
    table.info.version = version;
    MetricsRequest request;
    request.table = table.labels({"yes", "yes", "no", "no", "yes", "no"}).scores(scores).build();
    ScorecardRun run;
    run.row.info = request.table->info();
    run.report = metricsReport(request);
    return run;
}

std::string pageOf(const std::vector<ScorecardRun>& runs) {
    std::string text;
    writeHtml(scorecard(runs), [&text](std::string_view part) { text += part; });
    return text;
}

TEST(Scorecard, CarriesEveryMetricOfTheRun) {
    const ScorecardRun run = scoredRun("2.0.0", {0.9, 0.4, 0.6, 0.1, 0.8, 0.2});
    const std::string page = pageOf({run});
    for (const std::string& id : metricIds()) {
        EXPECT_NE(page.find(escapedHtml(metricTitle(id))), std::string::npos) << id;
        const Value value = run.report.metric(id);
        EXPECT_NE(page.find(escapedHtml(valueOr(value, 3))), std::string::npos) << id;
    }
    EXPECT_EQ(page.find("credit <b>"), std::string::npos) << "names are plain text";
    EXPECT_NE(page.find("credit &lt;b&gt;"), std::string::npos);
}

TEST(Scorecard, PutsVersionsSideBySide) {
    const ScorecardRun a = scoredRun("1.0.0", {0.9, 0.4, 0.6, 0.1, 0.8, 0.2});
    const ScorecardRun b = scoredRun("2.0.0", {0.9, 0.7, 0.3, 0.1, 0.8, 0.2});
    const Document document = scorecard({a, b});
    bool found = false;
    for (const Block& block : document.blocks)
        if (const auto* table = std::get_if<TableBlock>(&block)) {
            EXPECT_EQ(table->heads.size(), 3U);
            for (const auto& row : table->rows)
                EXPECT_EQ(row.size(), 3U) << row.front();
            found = true;
        }
    EXPECT_TRUE(found);
}

TEST(Scorecard, ListsRequirementsWhereTheyWereJudged) {
    ScorecardRun run = scoredRun("2.0.0", {0.9, 0.4, 0.6, 0.1, 0.8, 0.2});
    EXPECT_EQ(pageOf({run}).find("Requirements"), std::string::npos);
    run.gate.emplace();
    EXPECT_NE(pageOf({run}).find("None are written."), std::string::npos);
    RequirementResult result;
    result.record.requirement.metric = "recall";
    result.record.requirement.floor = 0.7;
    result.value = 0.667;
    result.state = RequirementState::LeaningFailed;
    run.gate->results = {result};
    EXPECT_NE(pageOf({run}).find("Recall reaches 0.7"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
