#include "core/report/json_text.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

TEST(JsonText, NumbersAreTheShortestThatReadBack) {
    EXPECT_EQ(jsonText(Json::array({0.1, 1.0 / 3, 5.0, 1e-300})), "[0.1, 0.3333333333333333, 5, 1e-300]\n");
    const double awkward = 5e-324;
    EXPECT_EQ(nlohmann::json::parse(jsonText(Json(awkward))).get<double>(), awkward);
}

TEST(JsonText, UndefinedIsNullAndInfinityAWord) {
    EXPECT_EQ(jsonValue(Reason::NothingFlagged), nullptr);
    EXPECT_EQ(jsonNumber(std::nan("")), nullptr);
    EXPECT_EQ(jsonNumber(std::numeric_limits<double>::infinity()), "inf");
    EXPECT_EQ(jsonNumber(-std::numeric_limits<double>::infinity()), "-inf");
    EXPECT_EQ(jsonInterval(std::nullopt), nullptr);
    EXPECT_EQ(jsonText(jsonInterval(Interval{0.25, 0.5})), "[0.25, 0.5]\n");
}

TEST(JsonText, KeepsTheOrderOfKeysAndReadsBack) {
    const Json document = {{"z", 1}, {"a", {{"list", {1, 2}}, {"empty", Json::array()}, {"none", nullptr}}}};
    const std::string text = jsonText(document);
    EXPECT_LT(text.find("\"z\""), text.find("\"a\""));
    EXPECT_EQ(Json::parse(text), document);
    EXPECT_NE(text.find("\"list\": [1, 2]"), std::string::npos);
}

TEST(JsonText, TextThatIsNoUtf8IsReplacedNotThrown) {
    EXPECT_EQ(jsonText(Json("a\xFF")), "\"a\xEF\xBF\xBD\"\n");
    EXPECT_EQ(jsonText(Json("\x1B[31m\"\n")), "\"\\u001b[31m\\\"\\n\"\n");
}

}  // namespace
}  // namespace reckoner
