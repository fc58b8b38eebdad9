#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

constexpr const char* kSlicesRun = "2.0.0@credit-applications-cv5";

class SlicesTest : public testing::Test {
 protected:
    test::Cli cli_{test::demoStore()};
};

TEST_F(SlicesTest, ListsTheWorstFirstWithTheKeysOfTheContract) {
    const auto document = cli_.json({"slices", kSlicesRun, "--threshold", "0.5", "--top", "8"});
    const auto& slices = document["slices"];
    ASSERT_EQ(slices.size(), 8u);
    double last = 1e9;
    for (const auto& slice : slices) {
        for (const char* key : {"values", "n", "error_rate", "score", "lift", "q_value", "cost"})
            EXPECT_TRUE(slice.contains(key)) << key;
        EXPECT_LE(slice["score"].get<double>(), last);
        EXPECT_LE(slice["values"].size(), 3u);
        EXPECT_GE(slice["n"].get<int>(), 45);
        last = slice["score"].get<double>();
    }
}

TEST_F(SlicesTest, FindsTheInputThatVersionThreeLost) {
    // Nobody says where to look: part-timers lead what v3 gets wrong.
    const auto document = cli_.json({"slices", "3.0.0@credit-applications-cv5", "--threshold", "0.5", "--of",
                                     "errors", "--max-columns", "1"});
    ASSERT_FALSE(document["slices"].empty());
    EXPECT_EQ(document["slices"][0]["values"]["job"], "partime");
}

TEST_F(SlicesTest, CutsByTheColumnsAskedForAndListsAFindingOnce) {
    const auto by = cli_.json({"slices", kSlicesRun, "--by", "home,income=quantile:4"});
    ASSERT_FALSE(by["slices"].empty());
    for (const auto& slice : by["slices"])
        for (const auto& [column, value] : slice["values"].items())
            EXPECT_TRUE(column == "home" || column == "income") << column;
    const auto all = cli_.json({"slices", kSlicesRun, "--threshold", "0.5"});
    const auto distinct = cli_.json({"slices", kSlicesRun, "--threshold", "0.5", "--distinct"});
    EXPECT_LT(distinct["slices"].size(), all["slices"].size());
    for (const auto& slice : distinct["slices"])
        EXPECT_LE(slice["overlap"].get<double>(), 0.5);
    EXPECT_EQ(cli_.json({"slices", kSlicesRun, "--max-columns", "1", "--of", "cost"})["of"], "cost");
}

TEST_F(SlicesTest, WrongUsageIsAnsweredInOneSentence) {
    EXPECT_EQ(cli_({"slices"}).exitCode, 2);
    EXPECT_EQ(cli_({"slices", kSlicesRun, "--of", "money"}).exitCode, 2);
    EXPECT_EQ(cli_({"slices", kSlicesRun, "--max-columns", "4"}).exitCode, 2);
    EXPECT_EQ(cli_({"slices", kSlicesRun, "--by", "income=quantile:none"}).exitCode, 2);
    EXPECT_EQ(cli_({"slices", kSlicesRun, "--by", "hom"}).exitCode, 3);
    const auto several = cli_({"slices", "2.0.0@hpc-jobs-cv10"});
    EXPECT_EQ(several.exitCode, 2);
    EXPECT_NE(several.err.find("--positive CLASS"), std::string::npos) << several.err;
}

}  // namespace
}  // namespace reckoner
