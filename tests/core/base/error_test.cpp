#include "core/base/error.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

// The numbers are a contract: CLI.md's table of exit codes.
TEST(Error, HasTheExitCodesTheCommandLinePromises) {
    EXPECT_EQ(exitCodeOf(ErrorCode::Usage), 2);
    EXPECT_EQ(exitCodeOf(ErrorCode::BadInput), 3);
    EXPECT_EQ(exitCodeOf(ErrorCode::Store), 4);
    EXPECT_EQ(exitCodeOf(ErrorCode::Internal), 70);
    EXPECT_EQ(exitCodeOf(ErrorCode::Cancelled), 130);
}

TEST(Error, CarriesItsSentenceAndItsPlace) {
    const Error error(ErrorCode::BadInput, "The file has no rows.", "runs.csv:1");
    EXPECT_STREQ(error.what(), "The file has no rows.");
    EXPECT_EQ(error.code(), ErrorCode::BadInput);
    EXPECT_EQ(error.where(), "runs.csv:1");
    EXPECT_EQ(Error(ErrorCode::Store, "Full.").where(), "");
}

}  // namespace
}  // namespace reckoner
