#include "core/report/corrected_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reckoner {
namespace {

const Json kGiven = {{"n", 10}, {"metrics", {{"accuracy", 0.5}, {"recall", 0.25}, {"mcc", nullptr}}}};
const Json kCorrected = {{"n", 11}, {"metrics", {{"accuracy", 0.6}, {"recall", 0.25}, {"mcc", 0.1}}}};

TEST(CorrectedText, CountsTheCorrectionsThatAreInTheNumbers) {
    EXPECT_EQ(correctionsAmong({1, 4, 9}, {0, 1, 2, 9}), 2U);
    EXPECT_EQ(correctionsAmong({}, {0, 1}), 0U);
}

TEST(CorrectedText, JsonHoldsTheNumbersWithTheCorrections) {
    const Json document = correctedJson(2, kCorrected);
    EXPECT_EQ(document["corrections"], 2);
    EXPECT_EQ(document["n"], 11);
    EXPECT_EQ(document["metrics"]["accuracy"], 0.6);
}

TEST(CorrectedText, ShowsTheFiguresThatDiffer) {
    EXPECT_EQ(correctedText(0, kGiven, kCorrected, false), "");
    const std::string text = correctedText(2, kGiven, kCorrected, false);
    EXPECT_NE(text.find("2 of these labels were corrected"), std::string::npos) << text;
    EXPECT_NE(text.find("--corrected"), std::string::npos);
    EXPECT_NE(text.find("Accuracy"), std::string::npos);
    EXPECT_NE(text.find("0.600"), std::string::npos);
    EXPECT_NE(text.find("n/a"), std::string::npos);
    EXPECT_EQ(text.find("Recall"), std::string::npos);
    EXPECT_NE(correctedText(1, kGiven, kGiven, true).find("No figure changes"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
