#include "core/report/policy_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

PolicyRecord adoptedRecord() {
    PolicyRecord record;
    record.version = "2.0.0";
    record.policy.id = 4;
    record.policy.threshold = 0.42;
    record.policy.who = "Product";
    record.policy.why = "fits the desk";
    record.policy.adoptedAt = "2024-06-24T09:00:00.000Z";
    record.policy.reviewBy = "2024-09-01";
    return record;
}

TEST(PolicyReport, WithoutPoliciesItSaysHowToMakeOne) {
    const PolicyReport report{"churn", {}, "2024-09-18"};
    EXPECT_NE(policiesText(report).find("reckoner adopt RUN"), std::string::npos);
    EXPECT_EQ(policiesJson(report), (Json{{"model", "churn"}, {"policies", Json::array()}}));
}

TEST(PolicyReport, SaysWhatHoldsSinceWhenAndWhatIsLate) {
    PolicyRecord old = adoptedRecord();
    old.until = "2024-07-24T09:00:00.000Z";
    PolicyRecord tiers = adoptedRecord();
    tiers.policy.tiers = TierPlan{{0.3, 0.6}, usualTiers(2), {}, {}, {}, {}};
    tiers.evidence = PolicyEvidence();
    tiers.evidence->adopted.figures.cost = 64'083;
    tiers.evidence->currency = "EUR";
    tiers.evidence->period = "month";
    tiers.evidence->volume = 1'000;
    const PolicyReport report{"credit", {tiers, old}, "2024-09-18"};
    const std::string text = policiesText(report);
    EXPECT_NE(text.find("0.30 and 0.60"), std::string::npos) << text;
    EXPECT_NE(text.find("64,100 EUR a month"), std::string::npos) << text;
    EXPECT_NE(text.find("17 days late"), std::string::npos) << text;
    EXPECT_NE(text.find("24 July 2024"), std::string::npos) << text;
    EXPECT_NE(text.find("not recorded"), std::string::npos) << text;

    const Json json = policiesJson(report)["policies"];
    EXPECT_EQ(json[0]["cutoffs"], (Json{0.3, 0.6}));
    EXPECT_EQ(json[0]["tiers"][2]["act"], "automatic");
    EXPECT_EQ(json[0]["days_overdue"], 17);
    EXPECT_EQ(json[0]["evidence"]["adopted"]["cost"], 64'083.0);
    EXPECT_EQ(json[1]["cutoffs"], (Json::array({0.42})));
    EXPECT_EQ(json[1]["until"], old.until);
    EXPECT_TRUE(json[1]["evidence"].is_null());
    EXPECT_TRUE(json[1]["tiers"].is_null());
}

}  // namespace
}  // namespace reckoner
