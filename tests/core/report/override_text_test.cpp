#include "core/report/override_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

OverrideAgreement toldAgreement() {
    OverrideAgreement agreement;
    agreement.column = "human";
    agreement.all = {4, 3, 1, 1, 0};
    agreement.noClass = 2;
    agreement.byScore.push_back({"0.3 to 0.4", false, {4, 3, 1, 1, 0}});
    agreement.reviewerColumn = "agent";
    agreement.byReviewer.push_back({"", true, {1, 1, 0, 0, 0}});
    return agreement;
}

TEST(OverrideText, JsonHoldsEveryGroup) {
    const Json document = overridesJson(toldAgreement());
    EXPECT_EQ(document["agreed"], 3);
    EXPECT_EQ(document["agreement"], 0.75);
    EXPECT_EQ(document["disagreed"]["person_right"], 1);
    EXPECT_EQ(document["no_class"], 2);
    EXPECT_EQ(document["by_score"][0]["score"], "0.3 to 0.4");
    EXPECT_TRUE(document["by_reviewer"][0]["reviewer"].is_null());
    EXPECT_EQ(document["by_month"].size(), 0U);
    EXPECT_TRUE(overridesJson({}).is_null());
}

TEST(OverrideText, SaysItInSentences) {
    const std::string text = overridesText(toldAgreement());
    EXPECT_NE(text.find("decided as the model did in 3 of 4"), std::string::npos) << text;
    EXPECT_NE(text.find("the person was right 1"), std::string::npos);
    EXPECT_NE(text.find("By agent"), std::string::npos);
    EXPECT_NE(overridesText({}).find("no human overrides"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
