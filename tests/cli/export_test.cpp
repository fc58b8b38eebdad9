#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

// What must be equal when a run was exported and imported again.
nlohmann::json substanceOf(const test::Cli& cli, const std::string& run,
                           const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"metrics", run, "--curve", "--threshold", "0.3"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    auto document = cli.json(arguments);
    if (document.is_object()) document.erase("run");
    return document;
}

void expectRoundTrip(const std::string& run, const std::vector<std::string>& more) {
    const test::Cli demo(test::demoStore());
    const auto before = substanceOf(demo, run, more);
    ASSERT_TRUE(before.is_object()) << run;
    const auto file = demo.folder() / "out.csv";
    ASSERT_EQ(demo({"export", run, file.string(), "--raw"}).exitCode, 0);
    const auto listed = demo.json({"runs"})["runs"];

    const test::Cli again(demo.folder() / "again.reckoner");
    const auto imported = again.json({"import", file.string()});
    ASSERT_TRUE(imported.is_object()) << run << again({"import", file.string(), "--dry-run"}).err;
    EXPECT_EQ(imported["runs"][0]["problems"].size(), 0u);
    auto after = substanceOf(again, "1", more);
    // Costs and corrected labels belong to the model in the store, not to the run.
    for (const char* key : {"cost", "corrected"})
        after[key] = before[key];
    for (std::size_t i = 0; before.contains("segments") && i < before["segments"].size(); ++i)
        for (const char* key : {"cost", "cost_per_decision"})
            after["segments"][i][key] = before["segments"][i][key];
    EXPECT_EQ(after, before) << run;

    // Exporting what was imported gives the same bytes.
    const auto second = demo.folder() / "second.csv";
    ASSERT_EQ(again({"export", "1", second.string(), "--raw"}).exitCode, 0);
    EXPECT_TRUE(demo.read(second) == demo.read(file)) << run;
}

TEST(Export, RawRoundTripsEveryKindOfRun) {
    expectRoundTrip("credit-default/2.0.0@credit-applications-cv5", {"--by", "home"});
    expectRoundTrip("credit-default/3.0.0@credit-applications-cv5", {"--by", "job,records"});
    expectRoundTrip("food-review-sentiment/1.0.0@fine-foods-test", {"--by", "topic"});
    expectRoundTrip("flight-delay/1.0.0@flights-2001-W05", {"--by", "daypart"});
    expectRoundTrip("hpc-job-runtime/1.0.0@hpc-jobs-cv10", {"--positive", "VF"});
}

class ExportTest : public testing::Test {
 protected:
    void SetUp() override {
        const auto file = cli_.write(
            "run.csv",
            "id,label,score,note\n=1+1,yes,-0.5,\"@SUM(A1), \"\"x\"\"\"\n+b,no,0.2,-\n-7,no,0.25,plain\n");
        ASSERT_EQ(cli_({"import", file.string(), "--id", "id", "--text", "note", "--score-kind", "margin",
                        "--store", store()})
                      .exitCode,
                  0);
    }
    std::string store() const { return (cli_.folder() / "s.reckoner").string(); }
    test::Cli cli_;
};

TEST_F(ExportTest, FormulasAreNeutralNumbersAreNot) {
    const auto out = cli_.folder() / "out.csv";
    ASSERT_EQ(cli_({"export", "1", out.string(), "--store", store()}).exitCode, 0);
    const std::string csv = cli_.read(out);
    EXPECT_NE(csv.find("'=1+1,"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",-0.5,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("'+b,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("\n-7,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("\"'@SUM(A1), \"\"x\"\"\""), std::string::npos) << csv;
    EXPECT_FALSE(fs::exists(cli_.folder() / "out.manifest.json"));
}

TEST_F(ExportTest, RawKeepsTheBytesAndSaysWhereTheManifestIs) {
    const auto out = cli_.folder() / "out.csv";
    const auto document = cli_.json({"export", "1", out.string(), "--raw", "--store", store()});
    EXPECT_EQ(document["rows"], 3);
    EXPECT_EQ(document["manifest"], (cli_.folder() / "out.manifest.json").string());
    EXPECT_NE(cli_.read(out).find("\n=1+1,"), std::string::npos);
    EXPECT_EQ(cli_.read(out).find("'="), std::string::npos);
}

TEST_F(ExportTest, NeverOverTheStoreAndNotOntoAFullDisk) {
    const std::string before = cli_.read(store());
    EXPECT_EQ(cli_({"export", "1", store(), "--store", store()}).exitCode, 2);
    EXPECT_EQ(cli_({"export", "1", "/dev/full", "--store", store()}).exitCode, 3);
    EXPECT_EQ(cli_({"export", "1", (cli_.folder() / "absent/out.csv").string(), "--store", store()}).exitCode,
              3);
    EXPECT_TRUE(cli_.read(store()) == before);
    const std::string other = (cli_.folder() / "other.reckoner").string();
    fs::copy_file(store(), other);
    EXPECT_EQ(cli_({"export", "1", other, "--store", store()}).exitCode, 2);
    EXPECT_TRUE(cli_.read(other) == before);
}

}  // namespace
}  // namespace reckoner
