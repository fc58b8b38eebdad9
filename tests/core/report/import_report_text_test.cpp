#include "core/report/import_report_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

struct ImportedRun {
    ImportPlan plan;
    ImportReport report;

    ImportedRun() {
        plan.file = "/data/run.csv";
        plan.guesses = {"comma between cells"};
        report.run = 3;
        StagedRun& staged = report.staged;
        staged.model = "churn";
        staged.version = "2";
        staged.evalSet = "june";
        staged.info.rows = 1000;
        staged.info.scored = 990;
        staged.info.positive = "yes";
        staged.excluded[Exclusion::NanScore] = 10;
        staged.rejectedRows = 1;
        staged.ids.columnName = "key";
        staged.ids.repeated = 2;
        StagedColumn column;
        column.info.name = "s_a";
        column.info.role = ColumnRole::ClassScore;
        column.info.classOf = "a";
        staged.columns.push_back(column);
        for (std::uint64_t line = 1; line <= 7; ++line)
            report.problems.push_back({line, "too short"});
        report.problemCount = 7;
    }
};

TEST(ImportReportText, DocumentFollowsTheContract) {
    const ImportedRun imported;
    const Json run = importJson(imported.plan, imported.report);
    EXPECT_EQ(run["run"], 3);
    EXPECT_EQ(run["rows"], 1000);
    EXPECT_EQ(run["excluded"]["nan_score"], 10);
    EXPECT_EQ(run["problems"][1], (Json{{"line", 2}, {"message", "too short"}}));
    EXPECT_EQ(run["roles"], (Json{{"key", "id"}, {"s_a", "class_score"}}));
}

TEST(ImportReportText, ADryRunHasNoRunAndGeneratedIdsNoRole) {
    ImportedRun imported;
    imported.report.run = 0;
    imported.report.staged.ids.generated = true;
    const Json run = importJson(imported.plan, imported.report);
    EXPECT_TRUE(run["run"].is_null());
    EXPECT_FALSE(run["roles"].contains("key"));
    EXPECT_NE(importText(imported.plan, imported.report).find("would be a run"), std::string::npos);
}

TEST(ImportReportText, PeopleReadCountsGuessesAndTheFirstProblems) {
    const ImportedRun imported;
    const std::string text = importText(imported.plan, imported.report);
    for (const char* part : {"run.csv: run 3 of churn 2 on june", "1,000 rows, 990 scored; 10 left out",
                             "class score of a", "Guessed: comma between cells", "line 5: too short",
                             "and 2 more", "2 rows repeat an id", "Positive class: yes"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(text.find("line 6"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
