#include "core/wording/file_facts.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(FileFacts, SizesAreShort) {
    EXPECT_EQ(fileSize(1), "1 byte");
    EXPECT_EQ(fileSize(999), "999 bytes");
    EXPECT_EQ(fileSize(1'500), "1.5 KB");
    EXPECT_EQ(fileSize(812'345), "812 KB");
    EXPECT_EQ(fileSize(999'900), "1.0 MB");
    EXPECT_EQ(fileSize(1'200'000'000), "1.2 GB");
}

TEST(FileFacts, SayHowTheFileIsWritten) {
    ImportPlan plan;
    plan.bytes = 812'345;
    plan.columns.resize(20);
    plan.dialect.delimiter = ';';
    plan.dialect.decimal = ',';
    const std::string csv = fileFacts(plan);
    EXPECT_NE(csv.find("semicolon between columns, decimal comma"), std::string::npos) << csv;
    EXPECT_TRUE(csv.starts_with("CSV in UTF-8, ")) << csv;
    EXPECT_NE(csv.find("20 columns"), std::string::npos) << csv;
    EXPECT_EQ(csv.find("manifest"), std::string::npos) << csv;
    plan.dialect.format = FileFormat::JsonLines;
    plan.manifestName = "run.manifest.json";
    const std::string json = fileFacts(plan);
    EXPECT_TRUE(json.starts_with("JSON Lines in ")) << json;
    EXPECT_TRUE(json.ends_with("manifest run.manifest.json")) << json;
}

TEST(FileFacts, NothingLeftOutIsNotWorthAWord) {
    EXPECT_EQ(leftOut(ImportReport{}), "");
    EXPECT_EQ(problemLines(ImportReport{}), "");
}

TEST(FileFacts, SayWhatWasLeftOutAndWhy) {
    ImportReport report;
    report.staged.info.rows = 4'454;
    report.staged.excluded[Exclusion::MissingLabel] = 10;
    report.staged.excluded[Exclusion::MissingScore] = 2;
    report.problemCount = 3;
    report.problems = {{17, "too few columns"}, {0, "2 ids occur twice"}};
    EXPECT_EQ(leftOut(report),
              "12 of 4,454 rows are left out: 10 without a label, 2 without a score. "
              "3 things to know; the first: line 17: too few columns");
    EXPECT_EQ(problemLines(report), "line 17: too few columns\n2 ids occur twice\nand 1 more\n");
}

}  // namespace
}  // namespace reckoner
