#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

using PoliciesJson = nlohmann::json;

// Thirty samples of which the last ten are what is looked for.
std::string scoresCsv() {
    std::string csv = "id,label,score\n";
    for (int i = 0; i < 30; ++i)
        csv += "s" + std::to_string(i) + (i >= 20 ? ",yes," : ",no,") + std::to_string(i / 30.0) + "\n";
    return csv;
}

class PoliciesCli : public testing::Test {
 protected:
    void SetUp() override {
        const auto file = cli_.write("scores.csv", scoresCsv());
        ASSERT_EQ(
            cli_({"import", file.string(), "--model", "churn", "--model-version", "1.0", "--positive", "yes"})
                .exitCode,
            0);
    }
    test::Cli cli_;
};

TEST_F(PoliciesCli, WithoutOneItSaysHowToMakeOne) {
    const auto result = cli_({"policies", "churn"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_NE(result.out.find("reckoner adopt"), std::string::npos) << result.out;
}

TEST_F(PoliciesCli, AdoptedOnesAreListedWithTheirFigures) {
    ASSERT_EQ(cli_({"adopt", "1", "--threshold", "0.5", "--who", "Kim", "--why", "start", "--review-by",
                    "2020-01-31"})
                  .exitCode,
              0);
    const auto tiers =
        cli_({"adopt", "1", "--cutoffs", "0.4,0.7", "--who", "Kim", "--why", "two desks", "--json"});
    ASSERT_EQ(tiers.exitCode, 0) << tiers.err;
    EXPECT_EQ(PoliciesJson::parse(tiers.out)["policy"], 2);

    const PoliciesJson list = PoliciesJson::parse(cli_({"policies", "churn", "--json"}).out);
    ASSERT_EQ(list["policies"].size(), 2U);
    const PoliciesJson& now = list["policies"][0];
    EXPECT_EQ(now["cutoffs"], (PoliciesJson{0.4, 0.7}));
    EXPECT_EQ(now["tiers"][1]["act"], "review");
    EXPECT_EQ(now["in_force"], true);
    EXPECT_EQ(now["evidence"]["samples"], 30);
    EXPECT_EQ(now["evidence"]["before"]["threshold"], 0.5);
    EXPECT_TRUE(now["days_overdue"].is_null());
    const PoliciesJson& then = list["policies"][1];
    EXPECT_EQ(then["until"], now["adopted_at"]);
    EXPECT_EQ(then["evidence"]["adopted"]["fp"], 5);
    EXPECT_TRUE(then["days_overdue"].is_null()) << "no longer in force";

    const auto text = cli_({"policies", "churn"});
    EXPECT_NE(text.out.find("0.40 and 0.70"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("in force"), std::string::npos);
    const PoliciesJson versions = PoliciesJson::parse(cli_({"versions", "--json"}).out);
    EXPECT_EQ(versions["versions"][0]["policy_threshold"], 0.4);
}

TEST_F(PoliciesCli, AnOverdueReviewIsSaid) {
    ASSERT_EQ(cli_({"adopt", "1", "--threshold", "0.5", "--who", "Kim", "--why", "start", "--review-by",
                    "2020-01-31"})
                  .exitCode,
              0);
    const PoliciesJson list = PoliciesJson::parse(cli_({"policies", "churn", "--json"}).out);
    EXPECT_GT(list["policies"][0]["days_overdue"], 1'000);
    EXPECT_NE(cli_({"policies", "churn"}).out.find(" days late"), std::string::npos);
}

TEST_F(PoliciesCli, WhatIsNoPolicyIsWrongUsage) {
    const std::vector<std::string> base{"adopt", "1", "--who", "Kim", "--why", "start"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), base.begin(), base.end());
        return cli_(more).exitCode;
    };
    EXPECT_EQ(with({}), 2);
    EXPECT_EQ(with({"--threshold", "nan"}), 2);
    EXPECT_EQ(with({"--threshold", "0.5", "--cutoffs", "0.4"}), 2);
    EXPECT_EQ(with({"--cutoffs", "0.7,0.4"}), 2);
    EXPECT_EQ(with({"--cutoffs", "0.1,0.2,0.3,0.4"}), 2);
    EXPECT_EQ(with({"--threshold", "0.5", "--review-by", "soon"}), 2);
    EXPECT_EQ(cli_({"adopt", "1", "--threshold", "0.5", "--who", " ", "--why", "x"}).exitCode, 2);
    EXPECT_EQ(cli_({"policies", "churm"}).exitCode, 2);
    EXPECT_EQ(PoliciesJson::parse(cli_({"policies", "churn", "--json"}).out)["policies"].size(), 0U);
}

}  // namespace
}  // namespace reckoner
