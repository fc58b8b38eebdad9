#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

class CompareTest : public testing::Test {
 protected:
    test::Cli cli_{test::demoStore()};
};

TEST_F(CompareTest, SaysTheDifferenceWithItsIntervalAndWhoChangedSides) {
    const auto document =
        cli_.json({"compare", "1.0.0@credit-applications-cv5", "2.0.0@credit-applications-cv5", "--threshold",
                   "0.5", "--by", "job", "--bootstrap", "200"});
    EXPECT_EQ(document["samples"]["both"], 4454);
    EXPECT_EQ(document["threshold"]["a"], 0.5);
    EXPECT_EQ(document["threshold"]["b"], 0.5);
    EXPECT_NEAR(document["difference"]["roc_auc"]["value"].get<double>(), 0.0043843450956938534, 1e-9);
    EXPECT_NEAR(document["a_metrics"]["recall"].get<double>() +
                    document["difference"]["recall"]["value"].get<double>(),
                document["b_metrics"]["recall"].get<double>(), 1e-12);
    EXPECT_EQ(document["mcnemar"]["b"], document["flips"]["broken"]);
    EXPECT_EQ(document["mcnemar"]["c"], document["flips"]["fixed"]);
    EXPECT_EQ(document["flips"]["still_right"], 3364);
    EXPECT_EQ(document["difference"]["f1"]["interval"].size(), 2U);
    EXPECT_EQ(document["difference"]["cost"]["interval"].size(), 2U);
    EXPECT_EQ(document["bootstrap"]["replicates"], 200);
    ASSERT_FALSE(document["segments"].empty());
    EXPECT_TRUE(document["segments"][0]["values"].contains("job"));
}

TEST_F(CompareTest, PartTimersRecallIsFoundToFallInVersionThree) {
    const auto document =
        cli_.json({"compare", "2.0.0@credit-applications-cv5", "3.0.0@credit-applications-cv5", "--threshold",
                   "0.42", "--by", "job", "--bootstrap", "0"});
    bool found = false;
    for (const auto& segment : document["segments"]) {
        if (segment["values"]["job"] != "partime") continue;
        found = true;
        EXPECT_LT(segment["difference"]["recall"].get<double>(), -0.2);
        EXPECT_LT(segment["mcnemar_positives"]["q_value"].get<double>(), 0.01);
    }
    EXPECT_TRUE(found);
}

TEST_F(CompareTest, EachRunKeepsItsOwnPolicyUnlessToldOtherwise) {
    const auto document = cli_.json(
        {"compare", "1.0.0@credit-applications-cv5", "2.0.0@credit-applications-cv5", "--bootstrap", "0"});
    EXPECT_EQ(document["threshold"]["b"], 0.42);
    const auto both = cli_.json({"compare", "1.0.0@credit-applications-cv5", "2.0.0@credit-applications-cv5",
                                 "--threshold", "0.3", "--threshold-b", "0.4", "--bootstrap", "0"});
    EXPECT_EQ(both["threshold"]["a"], 0.3);
    EXPECT_EQ(both["threshold"]["b"], 0.4);
}

TEST_F(CompareTest, ForPeopleItNamesBothSidesOfNoDifference) {
    const auto result = cli_({"compare", "1.0.0@credit-applications-cv5", "2.0.0@credit-applications-cv5",
                              "--threshold", "0.5", "--bootstrap", "200"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_NE(result.out.find("no difference seen: between"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("4,454 applications are in both"), std::string::npos) << result.out;
}

TEST_F(CompareTest, RunsOfDifferentSamplesAreComparedApartAndSaySo) {
    const std::vector<std::string> weeks{"compare", "1.0.0@flights-2001-W05", "1.0.0@flights-2001-W06",
                                         "--bootstrap", "0"};
    const auto document = cli_.json(weeks);
    EXPECT_EQ(document["paired"], false);
    EXPECT_EQ(document["samples"]["both"], 0);
    EXPECT_TRUE(document["flips"].is_null());
    EXPECT_EQ(document["difference"]["recall"]["interval"].size(), 2U);
    EXPECT_NE(cli_(weeks).out.find("Different samples"), std::string::npos);
}

TEST_F(CompareTest, RunsOfSeveralClassesAreComparedAsAWholeAndByClass) {
    const auto document = cli_.json({"compare", "23", "24", "--bootstrap", "300"});
    ASSERT_TRUE(document.is_object());
    EXPECT_EQ(document["difference"]["macro_f1"]["interval"].size(), 2U);
    EXPECT_FALSE(document["per_class"].empty());
    for (const auto& [name, one] : document["per_class"].items())
        EXPECT_TRUE(one["difference"]["recall"].contains("verdict")) << name;
    const auto flips = document["flips"];
    EXPECT_EQ(flips["fixed"].get<int>() + flips["broken"].get<int>() + flips["still_wrong"].get<int>() +
                  flips["still_right"].get<int>(),
              document["samples"]["both"].get<int>());
    const auto text = cli_({"compare", "23", "24", "--bootstrap", "0"});
    EXPECT_EQ(text.exitCode, 0) << text.err;
    EXPECT_NE(text.out.find("Macro F1"), std::string::npos) << text.out;
}

TEST_F(CompareTest, ThresholdsCanBeMatched) {
    const std::vector<std::string> runs{"compare", "2.0.0@credit-applications-cv5",
                                        "3.0.0@credit-applications-cv5", "--bootstrap", "0"};
    auto sameNumber = runs;
    sameNumber.emplace_back("--same-number");
    const auto matched = cli_.json(sameNumber);
    EXPECT_EQ(matched["threshold"]["a"], 0.42);
    EXPECT_NEAR(matched["a_metrics"]["selection_rate"].get<double>(),
                matched["b_metrics"]["selection_rate"].get<double>(), 1e-3);
    auto best = runs;
    best.emplace_back("--best");
    const auto lowest = cli_.json(best);
    auto same = runs;
    same.insert(same.end(), {"--threshold", "0.42"});
    const auto usual = cli_.json(same);
    for (const char* side : {"a_metrics", "b_metrics"})
        EXPECT_LE(lowest[side]["cost"].get<double>(), usual[side]["cost"].get<double>()) << side;
    EXPECT_FALSE(lowest.contains("tiers"));
}

TEST_F(CompareTest, AVersionInTiersCostsWhatMetricsSays) {
    const auto document = cli_.json(
        {"compare", "2.0.0@credit-applications-cv5", "3.0.0@credit-applications-cv5", "--bootstrap", "200"});
    const auto alone = cli_.json({"metrics", "3.0.0@credit-applications-cv5", "--by", "job"});
    const double total = alone["cost"]["total"].get<double>();
    EXPECT_NEAR(document["b_metrics"]["cost"].get<double>(), total, 1e-6 * total);
    EXPECT_EQ(document["threshold"]["b"], 0.35);
    EXPECT_EQ(document["tiers"]["cutoffs"]["b"].size(), 2U);
    EXPECT_TRUE(document["tiers"]["cutoffs"]["a"].is_null());
    EXPECT_EQ(document["tiers"]["to_review"], document["tiers"]["reviewed"]["b"]);
    // The segments add up to the same.
    double sum = 0;
    for (const auto& segment : alone["segments"])
        sum += segment["cost"].get<double>();
    EXPECT_NEAR(sum, total, 1e-6 * total);
}

TEST_F(CompareTest, WhatIsOddIsSaidFirst) {
    const auto same = cli_.json({"compare", "1", "1", "--bootstrap", "0"});
    ASSERT_EQ(same["remarks"].size(), 1U);
    EXPECT_NE(same["remarks"][0].get<std::string>().find("same score"), std::string::npos);
    EXPECT_NE(cli_({"compare", "1", "1", "--bootstrap", "0"}).out.find("same score"), std::string::npos);
}

TEST_F(CompareTest, WrongUsageIsAnsweredInOneSentence) {
    EXPECT_EQ(cli_({"compare", "1.0.0@credit-applications-cv5"}).exitCode, 2);
    const auto classes = cli_({"compare", "23", "24", "--threshold", "0.5"});
    EXPECT_EQ(classes.exitCode, 2);
    EXPECT_NE(classes.err.find("--positive"), std::string::npos) << classes.err;
    EXPECT_EQ(cli_({"compare", "1", "2", "--best", "--same-number"}).exitCode, 2);
    EXPECT_EQ(cli_({"compare", "1", "2", "--best", "--threshold", "0.5"}).exitCode, 2);
    EXPECT_EQ(cli_({"compare", "1.0.0@credit-applications-cv5", "99999", "--bootstrap", "0"}).exitCode, 2);
}

}  // namespace
}  // namespace reckoner
