#include "core/base/failure_report.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

TEST(FailureReport, SaysVersionTimeProgramAndProblem) {
    test::TemporaryFolder folder;
    setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
    const FixedClock clock{Clock::Time(std::chrono::milliseconds(0))};
    const auto file = writeFailureReport({"reckoner metrics", "vector too long"}, clock);
    unsetenv("XDG_STATE_HOME");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->parent_path(), folder / "reckoner");
    std::ifstream in(*file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(text.find(RECKONER_VERSION), std::string::npos);
    EXPECT_NE(text.find("1970-01-01T00:00:00.000Z"), std::string::npos);
    EXPECT_NE(text.find("reckoner metrics"), std::string::npos);
    EXPECT_NE(text.find("vector too long"), std::string::npos);
}

TEST(FailureReport, NowhereToWriteIsNoSecondFailure) {
    setenv("XDG_STATE_HOME", "/proc/1/nowhere", 1);
    EXPECT_FALSE(writeFailureReport({"reckoner", "x"}, SystemClock()));
    unsetenv("XDG_STATE_HOME");
}

}  // namespace
}  // namespace reckoner
