#include "core/store/decimal_packing.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/data/column.h"

namespace reckoner {
namespace {

// Packed and unpacked; empty when the values have no such form.
std::vector<double> throughDecimals(const std::vector<double>& values) {
    std::vector<std::byte> raw;
    if (!packDecimals(values, raw)) return {};
    EXPECT_EQ(raw.size(), packedDecimalsSize(values.size()));
    std::vector<double> out(values.size());
    EXPECT_TRUE(unpackDecimals(raw, out));
    return out;
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

std::string decimalText(Random& random, int decimals) {
    std::string text = std::to_string(random.below(1'000'000'000));
    text.insert(0, text.size() <= static_cast<std::size_t>(decimals) ? decimals + 1 - text.size() : 0, '0');
    if (decimals > 0) text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
    return random.below(2) == 0 ? text : "-" + text;
}

TEST(DecimalPacking, EveryTextOfNineDigitsComesBackToTheBit) {
    Random random(11);
    for (int decimals = 0; decimals <= 9; ++decimals) {
        std::vector<double> values;
        for (int i = 0; i < 20'000; ++i) {
            double value = *parseNumber(decimalText(random, decimals));
            if (value == 0) value = 0.0;  // no negative zero
            values.push_back(random.below(20) == 0 ? missingReal() : value);
        }
        EXPECT_TRUE(sameBits(throughDecimals(values), values)) << decimals << " decimals";
    }
}

TEST(DecimalPacking, WhatStandsAloneAtTheEndIsSeenToo) {
    std::vector<double> values(5000, 0.5);
    values.back() = 0.123456789;
    EXPECT_TRUE(sameBits(throughDecimals(values), values));
    values.back() = 0.1234567891;
    EXPECT_TRUE(throughDecimals(values).empty());
}

TEST(DecimalPacking, ValuesWithoutThatFormAreLeftAlone) {
    const double other = std::numeric_limits<double>::quiet_NaN();
    for (const double value : std::initializer_list<double>{
             -0.0, other, std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
             1e300, -1e10, 5e-324, 1.0 / 3, 2147483648.0, -2147483648.0}) {
        EXPECT_TRUE(throughDecimals({1, value, 2}).empty()) << value;
    }
    EXPECT_TRUE(sameBits(throughDecimals({2147483647.0, -2147483647.0}), {2147483647.0, -2147483647.0}));
    EXPECT_TRUE(throughDecimals({2147483647.0, 0.5}).empty());
}

TEST(DecimalPacking, RandomBitsEitherComeBackOrAreRefused) {
    Random random(12);
    for (int round = 0; round < 50'000; ++round) {
        std::vector<double> values;
        for (std::uint64_t i = random.below(4) + 1; i > 0; --i) {
            const double bits = std::bit_cast<double>(random.next());
            const double decimal = static_cast<double>(random.below(100'000)) /
                                   std::pow(10, static_cast<double>(random.below(12)));
            values.push_back(random.below(8) == 0 ? bits : decimal);
        }
        const std::vector<double> out = throughDecimals(values);
        if (!out.empty()) {
            EXPECT_TRUE(sameBits(out, values));
        }
    }
}

TEST(DecimalPacking, NothingAndOnlyMissingComeBack) {
    std::vector<std::byte> raw;
    EXPECT_TRUE(packDecimals({}, raw));
    EXPECT_TRUE(unpackDecimals(raw, {}));
    const std::vector<double> missing(100, missingReal());
    EXPECT_TRUE(sameBits(throughDecimals(missing), missing));
}

TEST(DecimalPacking, APowerOutOfRangeIsRefused) {
    std::vector<std::byte> raw;
    ASSERT_TRUE(packDecimals(std::vector<double>{0.5}, raw));
    raw[0] = std::byte{10};
    std::vector<double> out(1);
    EXPECT_FALSE(unpackDecimals(raw, out));
}

}  // namespace
}  // namespace reckoner
