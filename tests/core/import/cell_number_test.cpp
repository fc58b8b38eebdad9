#include "core/import/cell_number.h"

#include <bit>
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/data/column.h"

namespace reckoner {
namespace {

TEST(CellNumber, ReadsWhatPeopleWrite) {
    EXPECT_EQ(cellNumber("12.3 %"), 12.3);
    EXPECT_EQ(cellNumber(" 12,3% ", ','), 12.3);
    EXPECT_EQ(cellNumber("-0,5", ','), -0.5);
    EXPECT_EQ(cellNumber("+7"), 7.0);
    EXPECT_EQ(cellNumber("1,5E3", ','), 1500.0);
    EXPECT_EQ(cellNumber("1e999"), INFINITY);
    EXPECT_EQ(cellNumber("-Infinity"), -INFINITY);
    for (const char* text : {"", "NA", "n/a", "NULL", "NaN", " nan "})
        EXPECT_TRUE(isMissingReal(cellNumber(text))) << text;
    for (const char* text : {"abc", "1.2.3", "-", "%", "0x10", "1,5", "--1", "-nan"}) {
        EXPECT_TRUE(std::isnan(cellNumber(text))) << text;
        EXPECT_FALSE(isMissingReal(cellNumber(text))) << text;
    }
    EXPECT_TRUE(std::isnan(cellNumber("1.5", ',')));
}

TEST(CellNumber, IsParseNumberToTheLastBit) {
    Random random(7);
    for (int i = 0; i < 200'000; ++i) {
        std::string text;
        if (random.below(2) != 0) text += '-';
        const std::uint64_t digits = 1 + random.below(19);
        const std::uint64_t point = random.below(digits + 4);
        for (std::uint64_t d = 0; d < digits; ++d) {
            if (d == point) text += '.';
            text += static_cast<char>('0' + random.below(10));
        }
        if (random.below(8) == 0) text += "e-" + std::to_string(random.below(30));
        ASSERT_EQ(std::bit_cast<std::uint64_t>(cellNumber(text)),
                  std::bit_cast<std::uint64_t>(*parseNumber(text)))
            << text;
    }
}

}  // namespace
}  // namespace reckoner
