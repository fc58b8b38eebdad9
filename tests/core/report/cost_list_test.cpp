#include "core/report/cost_list.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

ModelRow listedModel() {
    ModelRow model;
    model.id = 1;
    model.name = "credit";
    return model;
}

CostBook listedBook() {
    CostModelRow first;
    first.id = 1;
    first.costs.fn = {0, 0.5, "amount"};
    first.costs.fp = {30, 0, {}};
    first.costs.currency = "EUR";
    first.who = "Ann";
    first.why = "start";
    first.at = "2026-03-04T05:06:07.089Z";
    CostModelRow second = first;
    second.id = 2;
    second.costs.fn.factor = 0.6;
    second.why = "losses of last year";
    CostModelRow worst = second;
    worst.id = 3;
    worst.scenario = "worst";
    worst.costs.byClass = {{"no", "yes"}, {0, 5, 30, 0}};
    CostModelRow own = second;
    own.id = 4;
    own.cohort = "uid-7";
    own.costs.fp.fixed = 99;
    return CostBook({own, worst, second, first});
}

std::vector<Cohort> listedCohorts() {
    Cohort cohort;
    cohort.uid = "uid-7";
    cohort.name = "Renters";
    return {cohort};
}

TEST(CostList, SaysWhatHoldsAndHowItCameAbout) {
    const Json document = costsJson(listedModel(), listedBook(), listedCohorts());
    EXPECT_EQ(document["model"], "credit");
    ASSERT_EQ(document["scenarios"].size(), 2U);
    const Json& likely = document["scenarios"][0];
    EXPECT_EQ(likely["name"], "likely");
    EXPECT_EQ(likely["fn"]["factor"], 0.6);
    EXPECT_EQ(likely["fn"]["amount"], "amount");
    EXPECT_EQ(likely["fp"]["cost"], 30);
    EXPECT_EQ(likely["tp"]["cost"], 0);
    EXPECT_TRUE(likely["prevalence"].is_null());
    ASSERT_EQ(likely["cohorts"].size(), 1U);
    EXPECT_EQ(likely["cohorts"][0]["cohort"], "Renters");
    EXPECT_EQ(likely["cohorts"][0]["fp"]["cost"], 99);
    // Rows are the truth.
    EXPECT_EQ(document["scenarios"][1]["matrix"]["no"]["yes"], 5);
    EXPECT_EQ(document["scenarios"][1]["matrix"]["yes"]["no"], 30);
    ASSERT_EQ(document["history"].size(), 4U);
    EXPECT_EQ(document["history"][2]["changes"],
              Json::array({"missed one: 50\u202F% \u2192 60\u202F% of amount"}));
    EXPECT_EQ(document["history"][0]["cohort"], "Renters");
    EXPECT_EQ(document["history"][3]["who"], "Ann");
}

TEST(CostList, ReadsAsATableOfWhatHoldsAndOneOfChanges) {
    const std::string text = costsText(listedModel(), listedBook(), listedCohorts());
    EXPECT_NE(text.find("60\u202F% of the amount"), std::string::npos) << text;
    EXPECT_NE(text.find("likely, Renters"), std::string::npos) << text;
    EXPECT_NE(text.find("losses of last year"), std::string::npos) << text;
    EXPECT_NE(costsText(listedModel(), CostBook(), {}).find("No costs are known of credit"),
              std::string::npos);
}

}  // namespace
}  // namespace reckoner
