#include "core/report/confidence_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

ConfidenceReport jobsAt(double threshold) {
    const auto table = test::demoRun("hpc_jobs/hpc_jobs_v2_forest.jsonl").build();
    return confidenceReport(*table, ClassifiedRows::of(*table, RowSet::all(table->rows())), threshold);
}

TEST(ConfidenceReport, CountsAnswersAndReviews) {
    const Json document = confidenceJson(jobsAt(0.5));
    EXPECT_EQ(document["reviewed"], 298);
    EXPECT_EQ(document["answered"], 4033);
    EXPECT_EQ(document["review"], Json({49, 125, 94, 30}));
    EXPECT_EQ(document["matrix"][2], Json({10, 112, 294, 4}));
    EXPECT_EQ(document["by_class"]["M"]["reviewed"], 94);
    EXPECT_NEAR(document["accuracy"].get<double>(), (2043 + 997 + 294 + 193) / 4033.0, 1e-12);
    EXPECT_LT(document["interval"][0], document["accuracy"]);
}

TEST(ConfidenceReport, IsUndefinedWhereNoAnswerIsLeft) {
    const Json document = confidenceJson(jobsAt(2));
    EXPECT_EQ(document["answered"], 0);
    EXPECT_TRUE(document["accuracy"].is_null());
    EXPECT_TRUE(document["by_class"]["M"]["recall"].is_null());
}

TEST(ConfidenceReport, SaysItInWords) {
    const std::string text = confidenceText(jobsAt(0.5));
    EXPECT_NE(text.find("298 samples go to review"), std::string::npos);
    EXPECT_NE(text.find("Review"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
