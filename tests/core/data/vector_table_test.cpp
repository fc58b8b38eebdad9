#include "tests/support/vector_table.h"

#include <gtest/gtest.h>

#include "tests/support/demo_table.h"

namespace reckoner {
namespace {

TEST(VectorTable, ReadsADemoCsvWithItsManifest) {
    const EvalTablePtr table = test::demoRun("credit_default/credit_default_v1_logreg.csv").build();
    ASSERT_EQ(table->rows(), 4454u);
    const ColumnInfo* score = table->find(ColumnRole::Score);
    ASSERT_NE(score, nullptr);
    EXPECT_EQ(table->real(score->id)->values()[0], 0.38712075789684736);
    const auto home = table->category(table->find("home")->id);
    EXPECT_EQ(home->categories()[home->code(0)], "rent");
    EXPECT_EQ(table->find("home")->missing, 6u);
}

TEST(VectorTable, ReadsNestedClassScoresOfJsonLines) {
    const EvalTablePtr table = test::demoRun("hpc_jobs/hpc_jobs_v2_forest.jsonl").build();
    ASSERT_EQ(table->rows(), 4331u);
    const ColumnInfo* column = table->find("score_F");
    ASSERT_NE(column, nullptr);
    EXPECT_EQ(column->classOf, "F");
    EXPECT_EQ(table->real(column->id)->values()[0], 0.73);
}

TEST(VectorTable, EveryDemoRunAgreesWithItsManifest) {
    int runs = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(RECKONER_RESOURCES) + "/demo")) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".csv" && extension != ".jsonl") continue;
        auto manifestPath = entry.path();
        manifestPath.replace_extension(".manifest.json");
        const auto manifest = nlohmann::json::parse(test::readWhole(manifestPath));
        const auto relative =
            std::filesystem::relative(entry.path(), std::string(RECKONER_RESOURCES) + "/demo");
        EXPECT_EQ(test::demoRun(relative.string()).build()->rows(), manifest.at("n_rows").get<RowIndex>())
            << relative;
        ++runs;
    }
    EXPECT_EQ(runs, 24);
}

}  // namespace
}  // namespace reckoner
