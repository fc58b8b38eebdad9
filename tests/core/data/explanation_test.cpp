#include "core/data/explanation.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

using Factors = std::vector<Factor>;

TEST(Explanation, ReadsNamesWithNumbersLargestFirst) {
    EXPECT_EQ(parseExplanation(R"({"job":-0.06,"amount":0.114,"seniority":0.114})"),
              (Factors{{"amount", 0.114, ""}, {"seniority", 0.114, ""}, {"job", -0.06, ""}}));
}

TEST(Explanation, ReadsTheOtherUsualForms) {
    const Factors expected{{"age", -0.5, ""}, {"home", 0.25, ""}};
    EXPECT_EQ(parseExplanation(R"([["home", 0.25], ["age", -0.5]])"), expected);
    EXPECT_EQ(parseExplanation(R"([{"feature":"home","weight":0.25},{"feature":"age","shap":-0.5}])"),
              expected);
    EXPECT_EQ(parseExplanation(R"([{"name":"home","value":0.25},{"name":"age","value":-0.5}])"), expected);
    EXPECT_EQ(parseExplanation("home = +0.25; age: -0.5"), expected);
    EXPECT_EQ(parseExplanation("home=0.25, age=-0.5"), expected);
}

TEST(Explanation, KeepsTheInputsValueWhereItIsNamed) {
    EXPECT_EQ(parseExplanation(R"([{"feature":"age","value":42,"contribution":0.3}])"),
              (Factors{{"age", 0.3, "42"}}));
    EXPECT_EQ(parseExplanation(R"({"home":{"value":"rent","weight":-1}})"), (Factors{{"home", -1, "rent"}}));
}

TEST(Explanation, LeavesOtherTextForReading) {
    for (const char* text : {"", "  ", "The income was low.", "{\"a\":", "42", "\"a\"", "{}", "[]",
                             "see http://x: it says", "a=nan", "{\"a\":\"b\"}", "{\"a\":[1]}", "=1"})
        EXPECT_TRUE(parseExplanation(text).empty()) << text;
}

TEST(Explanation, SurvivesWhatIsNestedDeeply) {
    const std::string deep(100'000, '[');
    EXPECT_TRUE(parseExplanation(deep).empty());
    EXPECT_TRUE(parseExplanation(deep + std::string(100'000, ']')).empty());
}

}  // namespace
}  // namespace reckoner
