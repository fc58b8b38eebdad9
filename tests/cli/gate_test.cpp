#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

// A store with two versions of "churn" on 400 samples; 2.0 misses more.
class GateCli : public testing::Test {
 protected:
    void SetUp() override {
        for (const int version : {1, 2}) {
            std::string csv = "id,label,score,country\n";
            for (int i = 0; i < 400; ++i) {
                const bool yes = i % 4 == 0;
                const bool missed = yes && i % (version == 1 ? 40 : 8) == 0;
                csv += "s" + std::to_string(i) + (yes ? ",yes," : ",no,") + (yes && !missed ? "0.9" : "0.1") +
                       (i % 3 == 0 ? ",DE\n" : ",FR\n");
            }
            const std::string name = std::to_string(version) + ".0";
            const auto file = cli_.write(name + ".csv", csv);
            ASSERT_EQ(cli_({"import", file.string(), "--model", "churn", "--model-version", name,
                            "--eval-set", "june", "--positive", "yes"})
                          .exitCode,
                      0);
        }
    }
    void require(std::vector<std::string> words) {
        words.insert(words.begin(), {"requirement", "add"});
        const auto result = cli_(words);
        ASSERT_EQ(result.exitCode, 0) << result.err;
    }
    int gate(std::vector<std::string> words) {
        words.insert(words.begin(), "gate");
        return cli_(words).exitCode;
    }
    test::Cli cli_;
};

TEST_F(GateCli, WithoutRequirementsItPassesAndSaysSo) {
    const auto result = cli_({"gate", "1"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_NE(result.out.find("No requirements written for "), std::string::npos) << result.out;
    EXPECT_EQ(cli_.json({"gate", "1"})["verdict"], "pass");
    EXPECT_NE(cli_({"requirement", "list"}).out.find("requirement add"), std::string::npos);
}

TEST_F(GateCli, PassFailAndNotEnoughEvidenceAreExitCodes) {
    require({"--metric", "recall", "--floor", "0.7", "--target", "0.9"});
    EXPECT_EQ(gate({"1", "--strict"}), 0);
    EXPECT_EQ(gate({"2"}), 1);
    const auto document = cli_.json({"gate", "1"});
    ASSERT_EQ(document["requirements"].size(), 1U);
    const auto& met = document["requirements"][0];
    EXPECT_EQ(met["id"], 1);
    EXPECT_EQ(met["state"], "target_met");
    EXPECT_EQ(met["value"], 0.9);
    EXPECT_EQ(met["floor"], 0.7);
    EXPECT_EQ(met["target"], 0.9);
    EXPECT_TRUE(met["samples_needed"].is_null());
    EXPECT_NEAR(met["interval"][0].get<double>(), 0.82377, 1e-5);

    ASSERT_EQ(cli_({"requirement", "withdraw", "1", "--because", "another takes its place"}).exitCode, 0);
    require({"--metric", "recall", "--floor", "0.85"});
    EXPECT_EQ(gate({"1", "--strict"}), 5);
    const auto lenient = cli_({"gate", "1"});
    EXPECT_EQ(lenient.exitCode, 0);
    EXPECT_NE(lenient.err.find("Not enough evidence"), std::string::npos) << lenient.err;
    const auto leaning = cli_.json({"gate", "1"});
    EXPECT_EQ(leaning["verdict"], "insufficient");
    EXPECT_EQ(leaning["requirements"][0]["state"], "leaning_met");
    EXPECT_GT(leaning["requirements"][0]["samples_needed"], 0);
}

TEST_F(GateCli, ABaselineIsAVersionOrTheOneInProduction) {
    require({"--metric", "recall", "--no-worse-than", "1.0", "--by-at-most", "0.05"});
    EXPECT_EQ(gate({"2"}), 1);
    EXPECT_EQ(gate({"2", "--baseline", "2.0@june"}), 0);
    require({"--metric", "recall", "--no-worse-than", "production", "--by-at-most", "0.05"});
    const auto unknown = cli_.json({"gate", "1"});
    EXPECT_NE(unknown["requirements"][0]["reason"].get<std::string>().find("production"), std::string::npos);
    ASSERT_EQ(
        cli_({"stage", "churn", "1.0", "production", "--why", "it passed", "--who", "Product"}).exitCode, 0);
    EXPECT_EQ(gate({"1", "--strict"}), 0);
}

TEST_F(GateCli, WaivedAskedForAgainAndReplaced) {
    require({"--metric", "recall", "--floor", "0.9", "--owner", "Risk", "--because", "it pays"});
    ASSERT_EQ(gate({"2"}), 1);
    ASSERT_EQ(cli_({"requirement", "waive", "1", "--because", "on trial", "--for", "2.0", "--who", "Risk"})
                  .exitCode,
              0);
    EXPECT_EQ(gate({"2", "--strict"}), 0);
    const auto waived = cli_.json({"gate", "2"});
    EXPECT_EQ(waived["requirements"][0]["state"], "waived");
    EXPECT_EQ(waived["requirements"][0]["waiver"]["who"], "Risk");
    EXPECT_NE(cli_({"gate", "2"}).out.find("waived by Risk"), std::string::npos);
    ASSERT_EQ(cli_({"requirement", "lift", "1", "--because", "the trial is over"}).exitCode, 0);
    EXPECT_EQ(gate({"2"}), 1);
    require({"--metric", "recall", "--floor", "0.2", "--replaces", "1"});
    EXPECT_EQ(gate({"2", "--strict"}), 0);
    EXPECT_EQ(cli_.json({"requirement", "list"})["requirements"].size(), 1U);
    const auto all = cli_.json({"requirement", "list", "--all"})["requirements"];
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0]["in_force"], false);
    EXPECT_EQ(all[0]["events"].size(), 2U);
    EXPECT_EQ(all[0]["owner"], "Risk");
}

TEST_F(GateCli, TheReportForTheServerIsWritten) {
    require({"--metric", "recall", "--floor", "0.9", "--cohort", "country = 'DE'"});
    require({"--metric", "recall", "--floor", "0.5", "--by", "country", "--share", "1"});
    const auto file = cli_.folder() / "gate.xml";
    EXPECT_EQ(gate({"2", "--junit", file.string()}), 1);
    const std::string xml = cli_.read(file);
    EXPECT_NE(xml.find("tests=\"2\" failures=\"1\""), std::string::npos) << xml;
    EXPECT_NE(xml.find("country = &#39;DE&#39;"), std::string::npos) << xml;
}

TEST_F(GateCli, StagesAreMovedForAReasonAndListed) {
    EXPECT_EQ(cli_({"stage", "churn", "1.0", "production"}).exitCode, 2);
    ASSERT_EQ(cli_({"stage", "churn", "1.0", "production", "--why", "first", "--who", "Product"}).exitCode,
              0);
    const auto moved = cli_({"stage", "churn", "2.0", "production", "--why", "better", "--who", "Product"});
    EXPECT_NE(moved.out.find("1.0: production -> retired"), std::string::npos) << moved.out;
    ASSERT_EQ(cli_({"stage", "churn", "2.0", "rolled_back", "--why", "worse", "--who", "Risk"}).exitCode, 0);
    ASSERT_EQ(
        cli_({"stage", "churn", "2.0", "--owner", "Risk", "--latency-p95", "40", "--baseline"}).exitCode, 0);
    const auto versions = cli_.json({"versions"})["versions"];
    EXPECT_EQ(versions[0]["stage"], "production");
    EXPECT_EQ(versions[0]["history"].size(), 3U);
    EXPECT_EQ(versions[1]["stage"], "rolled_back");
    EXPECT_EQ(versions[1]["history"][0]["why"], "worse");
    EXPECT_EQ(versions[1]["facts"]["latency_p95"], 40);
    EXPECT_EQ(versions[1]["facts"]["baseline"], true);
    EXPECT_NE(cli_({"versions"}).out.find("rolled back"), std::string::npos);
}

TEST_F(GateCli, WhatMakesNoSenseIsWrongUsage) {
    const auto refused = [&](std::vector<std::string> words) {
        const auto result = cli_(words);
        EXPECT_EQ(result.exitCode, 2) << result.out;
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    };
    refused({"requirement", "add", "--floor", "0.8"});
    refused({"requirement", "add", "--metric", "recal", "--floor", "0.8"});
    refused({"requirement", "add", "--metric", "recall"});
    refused({"requirement", "add", "--metric", "recall", "--floor", "80"});
    refused({"requirement", "add", "--metric", "recall", "--ceiling", "0.8"});
    refused({"requirement", "add", "--metric", "recall", "--floor", "0.8", "--model", "chrun"});
    refused({"requirement", "waive", "1", "--because", "x"});
    refused({"requirement", "waive", "--because", "x"});
    refused({"requirement", "waive", "one", "--because", "x"});
    refused({"requirement", "burn"});
    refused({"stage", "churn", "1.0", "shipped", "--why", "x"});
    refused({"stage", "churn", "9.0", "production", "--why", "x"});
    refused({"stage", "churn", "1.0"});
    refused({"gate", "99"});
    require({"--metric", "recall", "--floor", "0.8"});
    refused({"requirement", "waive", "1"});
}

}  // namespace
}  // namespace reckoner
