#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

constexpr const char* kCoveredRun = "2.0.0@credit-applications-cv5";

class CoverageOptionTest : public testing::Test {
 protected:
    test::Cli cli_{test::demoStore()};
};

TEST_F(CoverageOptionTest, WritesOneObjectAColumn) {
    const auto document = cli_.json({"metrics", kCoveredRun, "--threshold", "0.31", "--coverage"});
    const auto& job = document["coverage"]["job"];
    EXPECT_EQ(job["rows"], 4454);
    EXPECT_EQ(job["missing"], 2);
    EXPECT_EQ(job["distinct"], 4);
    EXPECT_GT(job["effective"].get<double>(), 2);
    EXPECT_LT(job["effective"].get<double>(), job["effective_entropy"].get<double>());
    EXPECT_FALSE(job.contains("only_here"));
    bool found = false;
    for (const auto& value : job["values"]) {
        if (value["value"] != "partime") continue;
        found = true;
        EXPECT_EQ(value["rows"], 452);
        EXPECT_GT(value["more"].get<int>(), 0);
    }
    EXPECT_TRUE(found);
    // Asked for or not, the other numbers are the same.
    const auto plain = cli_.json({"metrics", kCoveredRun, "--threshold", "0.31"});
    EXPECT_EQ(plain["metrics"], document["metrics"]);
    EXPECT_FALSE(plain.contains("coverage"));
}

TEST_F(CoverageOptionTest, ComparesWithAnotherRunOfTheModel) {
    const auto document =
        cli_.json({"metrics", "1.0.0@flights-2001-W05", "--coverage", "--against", "1.0.0@flights-2001-W06"});
    const auto& hub = document["coverage"]["origin_hub"];
    EXPECT_EQ(hub["other_rows"], 1460);
    EXPECT_TRUE(hub.contains("only_here"));
    EXPECT_TRUE(hub["values"][0].contains("other_rows"));
    const auto refused = cli_({"metrics", kCoveredRun, "--coverage", "--against", "1.0.0@flights-2001-W06"});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_NE(refused.err.find("another model"), std::string::npos);
}

TEST_F(CoverageOptionTest, OfSeveralClassesItAsksWhichOne) {
    const auto refused = cli_({"metrics", "2.0.0@hpc-jobs-cv10", "--coverage"});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_NE(refused.err.find("--positive"), std::string::npos);
}

}  // namespace
}  // namespace reckoner
