#include "core/wording/duration.h"

#include <cmath>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Duration, RemainingIsRoundedUp) {
    EXPECT_EQ(remaining(0.2), "a moment");
    EXPECT_EQ(remaining(3.1), "about 5 s");
    EXPECT_EQ(remaining(41), "about 45 s");
    EXPECT_EQ(remaining(91), "about 2 min");
    EXPECT_EQ(remaining(601), "about 11 min");
}

TEST(Duration, AnUnknownTimeIsAMoment) {
    EXPECT_EQ(remaining(std::nan("")), "a moment");
    EXPECT_EQ(remaining(-1), "a moment");
}

}  // namespace
}  // namespace reckoner
