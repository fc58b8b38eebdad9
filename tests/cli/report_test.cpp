// report: pages that are there whole, and clear answers where there is nothing to report.
#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

class ReportTest : public testing::Test {
 protected:
    std::string page(const std::vector<std::string>& what, const std::string& name) {
        const auto file = cli_.folder().path() / name;
        std::vector<std::string> arguments = {"report", "--out", file.string()};
        arguments.insert(arguments.end(), what.begin(), what.end());
        const auto result = cli_(arguments);
        EXPECT_EQ(result.exitCode, 0) << result.err;
        EXPECT_EQ(result.out, "");
        return cli_.read(file);
    }
    test::Cli cli_{test::demoStore()};
};

TEST_F(ReportTest, AScorecardHoldsMoneyRatesAndRequirements) {
    const std::string html = page({"2.0.0@credit-applications-cv5"}, "v2.html");
    for (const char* word : {"79,700 EUR", "0.584", "0.556 to 0.611", "Recall", "Requirements of v2"})
        EXPECT_NE(html.find(word), std::string::npos) << word;
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("http"), html.find("http-equiv")) << "nothing is loaded from elsewhere";
    EXPECT_LT(html.size(), 1'000'000U);
}

TEST_F(ReportTest, VersionsStandSideBySide) {
    const std::string markdown = page(
        {"1.0.0@credit-applications-cv5", "2.0.0@credit-applications-cv5", "3.0.0@credit-applications-cv5"},
        "versions.md");
    for (const char* word : {"## v2 against v1", "## v3 against v1"})
        EXPECT_NE(markdown.find(word), std::string::npos) << word;
    EXPECT_EQ(markdown.find("<table"), std::string::npos);
    const std::string based = page({"1.0.0@credit-applications-cv5", "3.0.0@credit-applications-cv5",
                                    "--base", "2.0.0@credit-applications-cv5"},
                                   "based.md");
    for (const char* word : {"## v1 against v2", "## v3 against v2"})
        EXPECT_NE(based.find(word), std::string::npos) << word;
}

TEST_F(ReportTest, SeveralClassesHaveAScorecardToo) {
    const std::string markdown = page({"2.0.0@hpc-jobs-cv10"}, "jobs.md");
    for (const char* word : {"What is called what", "2,073", "Macro F1", "Class by class"})
        EXPECT_NE(markdown.find(word), std::string::npos) << word;
}

TEST_F(ReportTest, TheMinutesOfAReviewHoldItsNotes) {
    const std::string html = page({"--review", "2"}, "minutes.html");
    for (const char* word : {"Review of ", "That nobody asked for the threshold.", "Product, Risk, Data",
                             "v2 stays at 0.42 for now", "income feed"})
        EXPECT_NE(html.find(word), std::string::npos) << word;
}

TEST_F(ReportTest, WhatCannotBeReportedIsSaidInOneSentence) {
    const auto complaint = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "report");
        const auto result = cli_(arguments);
        EXPECT_EQ(result.exitCode, 2) << result.err;
        return result.err;
    };
    EXPECT_NE(complaint({"2", "--out", "v2.doc"}).find(".html"), std::string::npos);
    EXPECT_NE(complaint({"--out", "x.html"}).find("--review"), std::string::npos);
    EXPECT_NE(complaint({"--review", "99", "--out", "x.html"}).find("no review 99"), std::string::npos);
    EXPECT_NE(complaint({"2", "2", "--out", "x.html"}).find("named twice"), std::string::npos);
    EXPECT_NE(complaint({"2", "--kind", "brief", "--base", "1", "--out", "x.html"}).find("--base"),
              std::string::npos);
    EXPECT_NE(complaint({"2.0.0@credit-applications-cv5", "2.0.0@fine-foods-test", "--out", "x.html"})
                  .find("different models"),
              std::string::npos);
    EXPECT_NE(complaint({"2", "3", "--kind", "model-card", "--out", "x.html"}).find("one run"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(cli_.folder().path() / "x.html"));
}

}  // namespace
}  // namespace reckoner
