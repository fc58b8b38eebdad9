#include "core/base/numbers.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Numbers, ReadsWhatFilesHold) {
    EXPECT_EQ(parseNumber("0.25"), 0.25);
    EXPECT_EQ(parseNumber("+1e3"), 1000.0);
    EXPECT_EQ(parseNumber("-0"), 0.0);
    EXPECT_EQ(parseNumber("1e999"), std::numeric_limits<double>::infinity());
    EXPECT_EQ(parseNumber("-1e999"), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(parseNumber("1e-999"), 0.0);
    EXPECT_TRUE(std::isnan(*parseNumber("NaN")));
}

TEST(Numbers, RefusesWhatIsNotANumber) {
    for (const char* text : {"", " 1", "1 ", "1,5", "+-1", "0x10", "abc", "1.2.3"})
        EXPECT_FALSE(parseNumber(text)) << text;
}

TEST(Numbers, ShortestTextReadsBackAsTheSameDouble) {
    EXPECT_EQ(shortestNumber(0.1), "0.1");
    for (const double number : {1.0 / 3, 2.220446049250313e-16, 1e300, -5.0})
        EXPECT_EQ(parseNumber(shortestNumber(number)), number);
}

}  // namespace
}  // namespace reckoner
