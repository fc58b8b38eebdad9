#include "core/wording/number_format.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(NumberFormat, CountsHaveThousandsCommas) {
    EXPECT_EQ(count(0), "0");
    EXPECT_EQ(count(999), "999");
    EXPECT_EQ(count(4454), "4,454");
    EXPECT_EQ(count(10'000'000), "10,000,000");
}

TEST(NumberFormat, AStoredThresholdKeepsEveryDigit) {
    EXPECT_EQ(storedThreshold(0.30983), "0.30983");
    EXPECT_EQ(storedThreshold(0.31), "0.31");
    EXPECT_EQ(storedThreshold(-2.5), "\u22122.5");
    EXPECT_EQ(storedThreshold(kInfinity), "nobody");
}

TEST(NumberFormat, FixedDecimalsHaveATrueMinusAndNoNegativeZero) {
    EXPECT_EQ(fixed(-1234.5, 2), "\u22121,234.50");
    EXPECT_EQ(fixed(0.125, 1), "0.1");
    EXPECT_EQ(fixed(-0.0001, 2), "0.00");
    EXPECT_EQ(fixed(-0.0, 0), "0");
    EXPECT_EQ(fixed(std::nan(""), 2), "n/a");
    EXPECT_EQ(fixed(kInfinity, 2), "\u221E");
    EXPECT_EQ(fixed(-kInfinity, 2), "\u2212\u221E");
}

TEST(NumberFormat, SharesArePercentagesWithANarrowGap) {
    EXPECT_EQ(percent(0.153), "15\u202F%");
    EXPECT_EQ(percent(0.153, 1), "15.3\u202F%");
    EXPECT_EQ(percent(1), "100\u202F%");
    EXPECT_EQ(ofHundred(0.557), "56");
}

TEST(NumberFormat, MoneyHasThreeSignificantDigitsAndNoExponent) {
    EXPECT_EQ(money(64'083.2), "64,100");
    EXPECT_EQ(money(-64'083.2), "\u221264,100");
    EXPECT_EQ(money(1'250'000), "1,250,000");
    EXPECT_EQ(money(12.345), "12.3");
    EXPECT_EQ(money(5), "5.00");
    EXPECT_EQ(money(0.0453), "0.0453");
    EXPECT_EQ(money(0), "0");
    EXPECT_EQ(money(1e12), "1,000,000,000,000");
    EXPECT_EQ(money(std::nan("")), "n/a");
    EXPECT_EQ(money(64'083.2, "EUR"), "64,100 EUR");
    EXPECT_EQ(money(64'083.2, ""), "64,100");
}

TEST(NumberFormat, MoneyThatRoundsUpToTheNextPowerKeepsThreeDigits) {
    EXPECT_EQ(money(99.96), "100");
    EXPECT_EQ(money(9.996), "10.0");
    EXPECT_EQ(money(0.9999), "1.00");
    EXPECT_EQ(money(999.6), "1,000");
}

TEST(NumberFormat, ThresholdsAreShortInHeadlinesAndExactInFields) {
    EXPECT_EQ(threshold(0.31), "0.31");
    EXPECT_EQ(threshold(0.3), "0.30");
    EXPECT_EQ(threshold(0.3145), "0.315");
    EXPECT_EQ(threshold(50), "50.0");
    EXPECT_EQ(threshold(-1.5), "\u22121.50");
    EXPECT_EQ(threshold(kInfinity), "nobody");
    EXPECT_EQ(threshold(-kInfinity), "everybody");
    EXPECT_EQ(thresholdExact(0.31), "0.310");
    EXPECT_EQ(thresholdExact(kInfinity), "nobody");
}

TEST(NumberFormat, AnUndefinedValueSaysWhy) {
    EXPECT_EQ(valueOr(0.5, 2), "0.50");
    EXPECT_EQ(valueOr(Reason::NothingFlagged, 2), "n/a: nothing is flagged");
}

}  // namespace
}  // namespace reckoner
