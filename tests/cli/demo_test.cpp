#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

TEST(Demo, HasFourModelsAndAllTheirRuns) {
    const test::Cli cli(test::demoStore());
    const auto models = cli.json({"models"}).at("models");
    ASSERT_EQ(models.size(), 4u);
    std::map<std::string, nlohmann::json> byName;
    for (const auto& model : models)
        byName[model["model"]] = model;
    EXPECT_EQ(byName["credit-default"]["title"], "Credit default");
    EXPECT_EQ(byName["credit-default"]["runs"], 11);
    EXPECT_EQ(byName["credit-default"]["versions"], 3);
    EXPECT_EQ(byName["credit-default"]["positive"], "bad");
    EXPECT_EQ(byName["hpc-job-runtime"]["title"], "Job run time");
    EXPECT_EQ(byName["hpc-job-runtime"]["task"], "multiclass");
    EXPECT_EQ(byName["food-review-sentiment"]["title"], "Review sentiment");
    EXPECT_EQ(byName["flight-delay"]["title"], "Flight delay");
    EXPECT_EQ(byName["flight-delay"]["runs"], 9);
    EXPECT_EQ(cli.json({"runs"}).at("runs").size(), 24u);
}

TEST(Demo, VersionsCarryTheirChangelogsAndThePolicy) {
    const test::Cli cli(test::demoStore());
    const auto versions = cli.json({"versions", "--model", "credit-default"}).at("versions");
    ASSERT_EQ(versions.size(), 3u);
    EXPECT_EQ(versions[1]["version"], "2.0.0");
    EXPECT_EQ(versions[1]["policy_threshold"], 0.42);
    EXPECT_EQ(versions[0]["policy_threshold"], 0.5);
    EXPECT_EQ(versions[2]["policy_threshold"], 0.35) << "where people begin to look";
    EXPECT_NE(versions[2]["changelog"].get<std::string>().find("'job' input was withdrawn"),
              std::string::npos);
}

double aMonth(const test::Cli& cli, const std::string& threshold) {
    return cli.json({"metrics", "2.0.0@credit-applications-cv5", "--threshold", threshold})
        .at("cost")
        .at("per_period");
}

TEST(Demo, CreditCostsAreThoseOfThePictures) {
    const test::Cli cli(test::demoStore());
    EXPECT_NEAR(aMonth(cli, "0.31"), 64'100, 50);
    EXPECT_NEAR(aMonth(cli, "0.42"), 79'700, 50);

    const auto document = cli.json({"metrics", "credit-default/2.0.0@credit-applications-cv5"});
    EXPECT_EQ(document["threshold"], 0.42);  // the policy in force
    EXPECT_EQ(document["cost"]["unit"], "EUR");
    const auto best = document["cost"]["best"];
    EXPECT_NEAR(best["threshold"].get<double>(), 0.26, 0.005);
    EXPECT_NEAR(best["total"].get<double>() / 4454 * 1000, 61'400, 50);

    const auto at =
        cli.json({"metrics", "2.0.0@credit-applications-cv5", "--threshold", "0.31"})["confusion"];
    EXPECT_EQ(at, (nlohmann::json{{"tp", 953}, {"fp", 744}, {"fn", 301}, {"tn", 2456}}));
}

TEST(Demo, SaysThatMoneyIsIllustrative) {
    const test::Cli cli(test::demoStore());
    EXPECT_NE(cli({"metrics", "2.0.0@credit-applications-cv5"}).out.find("Illustrative"), std::string::npos);
}

TEST(Demo, AnExistingFileIsNotTouched) {
    const test::Cli cli;
    const auto file = cli.write("s.reckoner", "precious");
    const auto result = cli({"demo", "--store", file.string()});
    EXPECT_EQ(result.exitCode, 4);
    EXPECT_EQ(cli.read(file), "precious");
}

TEST(Demo, WithoutANameItLiesInTheDataFolderAndIsTheDefaultFromThen) {
    const test::Cli cli;
    const auto document = cli.json({"demo"});
    EXPECT_EQ(document["store"], (cli.folder() / "home/data/reckoner/demo.reckoner").string());
    EXPECT_EQ(cli.json({"models"}).at("models").size(), 4u);
}

TEST(Demo, WithoutItsDataNothingIsLeftBehind) {
    const test::Cli cli;
    fs::create_directories(cli.folder() / "empty");
    const auto result = cli({"demo", "--store", (cli.folder() / "s.reckoner").string()},
                            {.environment = {{"RECKONER_DATA", (cli.folder() / "empty").string()}}});
    EXPECT_EQ(result.exitCode, 3);
    for (const auto& entry : fs::directory_iterator(cli.folder().path()))
        EXPECT_EQ(entry.path().string().find("s.reckoner"), std::string::npos) << entry.path();
}

}  // namespace
}  // namespace reckoner
