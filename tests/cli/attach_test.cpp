#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

class AttachCliTest : public testing::Test {
 protected:
    void SetUp() override {
        const auto file = cli_.write(
            "run.csv",
            "customer,churned,score,country\nc1,yes,0.9,DE\nc2,,0.8,AT\nc3,no,0.2,DE\nc4,,0.1,AT\n");
        ASSERT_EQ(
            cli_({"import", file.string(), "--model", "churn", "--id", "customer", "--label", "churned",
                  "--score", "score", "--segment", "country", "--positive", "yes", "--classes", "no,yes"})
                .exitCode,
            0);
    }

    test::TemporaryFolder folder_;
    test::Cli cli_{folder_ / "s.reckoner"};
};

TEST_F(AttachCliTest, JoinsLabelsAndTellsWhatItDid) {
    const auto later =
        cli_.write("later.csv", "customer;truth;team\nc2;yes;north\nc3;yes;north\nx9;no;\nc2;no;\n");
    const auto document =
        cli_.json({"attach", "churn", later.string(), "--label", "truth", "--segment", "team"});
    ASSERT_TRUE(document.is_object());
    EXPECT_EQ(document["attachment"], 1);
    EXPECT_EQ(document["ids"], 3);
    EXPECT_EQ(document["matched"], 2);
    EXPECT_EQ(document["unmatched"]["ids"], 1);
    EXPECT_EQ(document["unmatched"]["examples"][0], "x9");
    EXPECT_EQ(document["repeated_ids"], 1);
    EXPECT_EQ(document["different_labels"]["samples"], 1);
    EXPECT_EQ(document["different_labels"]["examples"][0]["own"], "no");
    EXPECT_EQ(document["runs"][0]["scored_before"], 2);
    EXPECT_EQ(document["runs"][0]["scored"], 3);

    EXPECT_EQ(cli_.json({"runs"})["runs"][0]["scored"], 3);
    const auto metrics = cli_.json({"metrics", "1", "--by", "team"});
    EXPECT_EQ(metrics["n"], 3);
    EXPECT_EQ(metrics["confusion"]["fp"], 1) << "c2 became no in the last row";
    EXPECT_EQ(metrics["segments"].size(), 2U);

    const auto listed = cli_.json({"attach", "--list"});
    EXPECT_EQ(listed["attachments"][0]["columns"][1]["role"], "segment");
    EXPECT_TRUE(listed["attachments"][0]["withdrawn_at"].is_null());
    EXPECT_EQ(cli_.json({"attach", "--undo", "1"})["runs"][0]["scored"], 2);
    EXPECT_EQ(cli_.json({"runs"})["runs"][0]["scored"], 2);
    EXPECT_EQ(cli_({"attach", "--undo", "1"}).exitCode, 2);
    EXPECT_EQ(cli_({"check"}).exitCode, 0);
}

TEST_F(AttachCliTest, WhatWasAttachedIsCountedInIds) {
    const auto later = cli_.write("later.csv", "customer,truth,team\nc2,yes,north\nc4,no,\n");
    const auto said = cli_({"attach", "churn", later.string(), "--label", "truth", "--segment", "team"});
    EXPECT_NE(said.out.find("truth: label, given for 2 of 2 ids\n"), std::string::npos) << said.out;
    EXPECT_NE(said.out.find("team: segment, given for 1 of 2 ids\n"), std::string::npos) << said.out;
}

TEST_F(AttachCliTest, ATextIsReadAndFilteredByAsTheRunsOwn) {
    const auto later = cli_.write("calls.csv", "customer,call\nc3,\"<b>asked twice</b>, then left\"\nc4,\n");
    const auto said = cli_({"attach", "churn", later.string(), "--text", "call"});
    EXPECT_EQ(said.exitCode, 0) << said.err;
    EXPECT_NE(said.out.find("call: text, given for 1 of 2 ids\n"), std::string::npos) << said.out;
    EXPECT_EQ(cli_.json({"metrics", "1", "--where", "call contains 'asked twice'"})["n"], 1);
    const auto out = cli_.folder() / "out.csv";
    ASSERT_EQ(cli_({"export", "1", out.string()}).exitCode, 0);
    EXPECT_NE(cli_.read(out).find("c3,no,0.2,DE,\"<b>asked twice</b>, then left\"\n"), std::string::npos)
        << cli_.read(out);
    EXPECT_EQ(cli_({"check"}).exitCode, 0);
}

TEST_F(AttachCliTest, ExportHoldsWhatIsAttachedAndTheRawFileDoesNot) {
    const auto later = cli_.write("later.csv", "customer,truth,team\nc2,yes,north\n");
    ASSERT_EQ(cli_({"attach", "churn", later.string(), "--label", "truth", "--segment", "team"}).exitCode, 0);
    const auto out = cli_.folder() / "out.csv";
    ASSERT_EQ(cli_({"export", "1", out.string()}).exitCode, 0);
    EXPECT_EQ(cli_.read(out),
              "customer,churned,score,country,team\nc1,yes,0.9,DE,\nc2,yes,0.8,AT,north\nc3,no,0.2,DE,\n"
              "c4,,0.1,AT,\n");
    const auto raw = cli_.folder() / "raw.csv";
    ASSERT_EQ(cli_({"export", "1", raw.string(), "--raw"}).exitCode, 0);
    EXPECT_EQ(cli_.read(raw), cli_.read(cli_.folder() / "run.csv"));
}

TEST_F(AttachCliTest, BadInputIsOneSentenceAndChangesNothing) {
    const std::string before = cli_.read(folder_ / "s.reckoner");
    const auto expectRefused = [&](std::vector<std::string> arguments, int code) {
        const auto result = cli_(std::move(arguments));
        EXPECT_EQ(result.exitCode, code) << result.err;
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
        EXPECT_EQ(result.out, "");
        EXPECT_EQ(cli_.read(folder_ / "s.reckoner"), before);
    };
    const auto later = cli_.write("later.csv", "customer,truth\nx1,yes\nx2,no\n").string();
    const auto odd = cli_.write("odd.csv", "customer,truth\nc1,perhaps\n").string();
    expectRefused({"attach", "churn", later, "--label", "truth"}, 3);
    expectRefused({"attach", "churn", odd, "--label", "truth"}, 3);
    expectRefused({"attach", "churn", later, "--label", "truthh"}, 3);
    expectRefused({"attach", "churn", "gone.csv", "--label", "truth"}, 3);
    expectRefused({"attach", "churn", later}, 2);
    expectRefused({"attach", "churm", later, "--label", "truth"}, 2);
    expectRefused({"attach", "--undo", "7"}, 2);
}

}  // namespace
}  // namespace reckoner
