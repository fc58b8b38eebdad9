#include "core/report/slices_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/cost/operating_point.h"
#include "core/metrics/segments.h"
#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

RunAnalysisPtr slicesReportRun(const std::string& where = {}) {
    AnalysisRequest request;
    request.table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    request.costs = parseCosts("fp=5,fn=30,tp=-10,tn=0");
    request.where = where;
    request.threshold = 0.5;
    return analyse(request);
}

TEST(SlicesReport, HasTheKeysOfTheContractAndTheFiguresOfTheSegments) {
    SlicesRequest request;
    request.point = 0.5;
    request.options.maxColumns = 1;
    const RunAnalysisPtr run = slicesReportRun();
    const SlicesReport report = slicesReport(run, request, {});
    const Json document = slicesJson(report);
    ASSERT_FALSE(document.at("slices").empty());
    for (const Json& slice : document.at("slices")) {
        for (const char* key : {"values", "n", "error_rate", "score", "lift", "q_value", "cost"})
            EXPECT_TRUE(slice.contains(key)) << key;
        const auto [column, value] = *slice.at("values").items().begin();
        AnalysisRequest by = run->request;
        by.groupBy = {column};
        const SegmentTable table = segmentTable(*analyse(by), 0.5);
        bool found = false;
        for (const Segment& segment : table.segments) {
            if (segment.key.values[0] != value.get<std::string>()) continue;
            found = true;
            EXPECT_EQ(segment.scores.n, slice.at("n").get<std::uint64_t>());
            EXPECT_NEAR(*segment.errorRate, slice.at("error_rate").get<double>(), 1e-12);
            EXPECT_NEAR(*segment.cost, slice.at("cost").get<double>(), 1e-9);
        }
        EXPECT_TRUE(found) << column;
    }
}

TEST(SlicesReport, ReadsInATerminalWithItsWarning) {
    SlicesRequest request;
    request.point = 0.5;
    request.distinct = true;
    request.options.top = 5;
    const std::string text = slicesText(slicesReport(slicesReportRun(), request, {}));
    EXPECT_NE(text.find("where errors gather at 0.5"), std::string::npos) << text;
    EXPECT_NE(text.find("confirm a slice on other data"), std::string::npos) << text;
    request.of = SliceOf::Cost;
    EXPECT_NE(slicesText(slicesReport(slicesReportRun(), request, {})).find("where costs gather"),
              std::string::npos);
}

TEST(SlicesReport, SaysThatNothingIsThere) {
    SlicesRequest request;
    request.point = 0.5;
    EXPECT_THROW(slicesReport(slicesReportRun("age > 500"), request, {}), Error);
    request.columns = {{"home"}};
    const SlicesReport none = slicesReport(slicesReportRun("outcome = right"), request, {});
    EXPECT_TRUE(none.shown.empty());
    EXPECT_NE(slicesText(none).find("No slice"), std::string::npos);
    request.columns = {{"nothing"}};
    EXPECT_THROW(slicesReport(slicesReportRun(), request, {}), Error);
}

}  // namespace
}  // namespace reckoner
