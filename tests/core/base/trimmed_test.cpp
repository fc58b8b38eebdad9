#include "core/base/trimmed.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Trimmed, TakesBlanksAwayAroundATextAndLeavesThoseWithin) {
    EXPECT_EQ(trimmed(" \t\r\n two words\n "), "two words");
    EXPECT_EQ(trimmed("word"), "word");
    EXPECT_EQ(trimmed(" \n\t "), "");
    EXPECT_EQ(trimmed(""), "");
}

}  // namespace
}  // namespace reckoner
