// What people wrote about samples, on the command line: corrections, overrides, noted cases.
#include <sstream>

#include <gtest/gtest.h>

#include "core/store/notebook.h"
#include "core/store/store.h"
#include "tests/support/cli.h"

namespace reckoner {
namespace {

class CasesCliTest : public testing::Test {
 protected:
    void SetUp() override { importRun("1.0", "c1,yes,0.9,yes\nc2,yes,0.1,yes\nc3,no,0.8,no\nc4,no,0.2,\n"); }

    test::ProcessResult importRun(const std::string& version, const std::string& rows, bool json = false) {
        const auto file = cli_.write("run-" + version + ".csv", "customer,churned,score,human\n" + rows);
        cli_.write("run-" + version + ".manifest.json",
                   R"({"model_name": "churn", "model_version": ")" + version +
                       R"(", "eval_set": "week", "task": "binary", "positive_class": "yes",
                       "classes": ["no", "yes"], "decision_threshold": 0.5, "columns":
                       {"id": "customer", "label": "churned", "score": "score", "override": "human"}})");
        std::vector<std::string> arguments{"import", file.string()};
        if (json) arguments.emplace_back("--json");
        return cli_(arguments);
    }
    void note(const std::string& sampleId, const std::string& text) {
        Annotation annotation;
        annotation.modelId = 1;
        annotation.sampleId = sampleId;
        annotation.text = text;
        annotation.author = "Ann";
        Notebook(Store::open(store(), OpenMode::ReadWrite, clock_)).save(annotation);
    }
    std::filesystem::path store() const { return folder_ / "s.reckoner"; }

    test::TemporaryFolder folder_;
    SystemClock clock_;
    test::Cli cli_{folder_ / "s.reckoner"};
};

TEST_F(CasesCliTest, MetricsAreSaidWithAndWithoutTheCorrections) {
    const auto before = cli_.json({"metrics", "1"});
    EXPECT_EQ(before["labels"], "given");
    EXPECT_EQ(before["corrected"]["corrections"], 0);
    EXPECT_EQ(before["corrected"]["metrics"], before["metrics"]);

    LabelCorrection correction;
    correction.modelId = 1;
    correction.sampleId = "c3";
    correction.corrected = "yes";
    correction.who = "Ann";
    Notebook(Store::open(store(), OpenMode::ReadWrite, clock_)).correct(correction);
    const auto given = cli_.json({"metrics", "1"});
    EXPECT_EQ(given["metrics"]["accuracy"], 0.5);
    EXPECT_EQ(given["corrected"]["corrections"], 1);
    EXPECT_EQ(given["corrected"]["metrics"]["accuracy"], 0.75);
    EXPECT_EQ(given["corrected"]["confusion"]["tp"], 2);
    const auto corrected = cli_.json({"metrics", "1", "--corrected"});
    EXPECT_EQ(corrected["labels"], "corrected");
    EXPECT_EQ(corrected["metrics"]["accuracy"], 0.75);
    EXPECT_EQ(corrected["corrected"]["metrics"], corrected["metrics"]);
    EXPECT_NE(cli_({"metrics", "1"}).out.find("1 of these labels was corrected"), std::string::npos);
}

TEST_F(CasesCliTest, OverridesAreComparedWithTheModel) {
    const auto document = cli_.json({"metrics", "1", "--overrides"});
    EXPECT_EQ(document["overrides"]["column"], "human");
    EXPECT_EQ(document["overrides"]["n"], 3);
    EXPECT_EQ(document["overrides"]["agreed"], 1);
    EXPECT_EQ(document["overrides"]["disagreed"]["person_right"], 2);
    EXPECT_EQ(document["overrides"]["by_score"].size(), 3U);
    EXPECT_FALSE(cli_.json({"metrics", "1"}).contains("overrides"));
    EXPECT_EQ(cli_.json({"metrics", "1", "--overrides", "--where", "score > 0.5"})["overrides"]["n"], 2);
    EXPECT_EQ(cli_({"metrics", "1", "--overrides", "--reviewer", "nobody"}).exitCode, 3);
}

TEST_F(CasesCliTest, ANewVersionSaysFirstWhatBecameOfTheCases) {
    note("c2", "Moved house");
    note("c3", "Only on holiday");
    const auto document = nlohmann::json::parse(
        importRun("2.0", "c1,yes,0.9,\nc2,yes,0.7,\nc3,no,0.8,\nc4,no,0.9,\n", true).out);
    EXPECT_EQ(document["runs"][0]["cases"]["noted"], 2);
    EXPECT_EQ(document["runs"][0]["cases"]["fixed"], 1);
    EXPECT_EQ(document["runs"][0]["cases"]["samples"]["still_wrong"][0], "c3");
    const auto third = importRun("3.0", "c1,yes,0.9,\nc2,yes,0.1,\nc3,no,0.1,\nc4,no,0.9,\n");
    EXPECT_EQ(third.out.substr(0, third.out.find('\n')), "Of your 2 cases 1 is fixed, 0 still wrong, 1 new.");
}

TEST_F(CasesCliTest, CasesAreWrittenInEveryFormat) {
    note("c3", "=HYPERLINK(\"http://evil\")");
    const auto path = [&](const char* name) { return (cli_.folder() / name).string(); };
    const auto written =
        cli_.json({"export", "1", path("missed.jsonl"), "--where", "outcome = 'missed' or score > 0.7"});
    EXPECT_EQ(written["cases"], 3);
    EXPECT_EQ(written["format"], "jsonl");
    std::istringstream lines(cli_.read(path("missed.jsonl")));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(nlohmann::json::parse(line)["columns"]["human"], "yes");

    ASSERT_EQ(cli_({"export", "1", path("noted.html"), "--notes"}).exitCode, 0);
    const std::string html = cli_.read(path("noted.html"));
    EXPECT_NE(html.find("<bdi>c3</bdi>"), std::string::npos);
    EXPECT_EQ(html.find("<bdi>c2</bdi>"), std::string::npos);
    ASSERT_EQ(cli_({"export", "1", path("noted.csv"), "--notes"}).exitCode, 0);
    EXPECT_NE(cli_.read(path("noted.csv")).find("'=HYPERLINK"), std::string::npos);
    ASSERT_EQ(cli_({"export", "1", path("noted.csv"), "--notes", "--raw"}).exitCode, 0);
    EXPECT_NE(cli_.read(path("noted.csv")).find("\"=HYPERLINK(\"\"http://evil\"\")\""), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(cli_.folder() / "noted.manifest.json"));
    ASSERT_EQ(cli_({"export", "1", path("noted.txt"), "--notes", "--format", "md"}).exitCode, 0);
    EXPECT_NE(cli_.read(path("noted.txt")).find("## c3 (Wrong)"), std::string::npos);
    EXPECT_EQ(cli_({"export", "1", path("x.csv"), "--format", "pdf"}).exitCode, 2);
    EXPECT_EQ(cli_({"export", "1", path("x.csv"), "--where", "nope = 1"}).exitCode, 3);
    EXPECT_FALSE(std::filesystem::exists(path("x.csv")));
}

}  // namespace
}  // namespace reckoner
