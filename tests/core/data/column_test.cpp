#include "core/data/column.h"

#include <cmath>
#include <limits>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(Column, RolesAndTypesHaveTheNamesOfTheStore) {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(ColumnRole::ActedOn); ++i)
        names.insert(name(static_cast<ColumnRole>(i)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(ColumnRole::ActedOn) + 1);
    EXPECT_FALSE(names.contains(""));
    EXPECT_EQ(name(ColumnRole::ClassScore), "class_score");
    EXPECT_EQ(name(ColumnRole::ActedOn), "acted_on");
    EXPECT_EQ(name(ColumnType::Category), "category");
    EXPECT_EQ(name(ColumnType::Real), "real");
    EXPECT_EQ(name(ColumnType::Timestamp), "timestamp");
    EXPECT_EQ(name(ColumnType::Text), "text");
}

TEST(Column, AMissingNumberIsANanButNoOtherNanIsMissing) {
    EXPECT_TRUE(std::isnan(missingReal()));
    EXPECT_TRUE(isMissingReal(missingReal()));
    EXPECT_FALSE(isMissingReal(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(isMissingReal(-std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(isMissingReal(0));
}

TEST(Column, CodesTakeTheNarrowestWidthThatHoldsTheMissingCode) {
    using Codes8 = std::vector<std::uint8_t>;
    using Codes16 = std::vector<std::uint16_t>;
    using Codes32 = std::vector<std::uint32_t>;
    EXPECT_TRUE(std::holds_alternative<Codes8>(CategoryColumn::makeCodes(3, 0)));
    EXPECT_TRUE(std::holds_alternative<Codes8>(CategoryColumn::makeCodes(3, 255)));
    EXPECT_TRUE(std::holds_alternative<Codes16>(CategoryColumn::makeCodes(3, 256)));
    EXPECT_TRUE(std::holds_alternative<Codes16>(CategoryColumn::makeCodes(3, 65'535)));
    EXPECT_TRUE(std::holds_alternative<Codes32>(CategoryColumn::makeCodes(3, 65'536)));
    EXPECT_EQ(std::get<Codes32>(CategoryColumn::makeCodes(3, 65'536)).size(), 3U);
}

TEST(Column, CategoriesAreReadByRowAndFoundByName) {
    const CategoryColumn column(std::vector<std::uint8_t>{1, 0, 2, 1}, {"DE", "FR"});
    EXPECT_EQ(column.type(), ColumnType::Category);
    EXPECT_EQ(column.rows(), 4U);
    EXPECT_EQ(column.code(0), 1U);
    EXPECT_EQ(column.code(2), column.missingCode());
    EXPECT_EQ(column.codeOf("FR"), 1U);
    EXPECT_EQ(column.codeOf("fr"), column.missingCode() + 1);
    EXPECT_EQ(column.codeOf(""), column.missingCode() + 1);
    EXPECT_GE(column.bytes(), 4U + 2 * sizeof(std::string));
    EXPECT_EQ(column.visit([](const auto& codes) { return codes.size_bytes(); }), 4U);
}

TEST(Column, NumbersAndTimesKnowTheirType) {
    const RealColumn real({1.5, missingReal()});
    EXPECT_EQ(real.type(), ColumnType::Real);
    EXPECT_EQ(real.rows(), 2U);
    EXPECT_EQ(real.values()[0], 1.5);
    EXPECT_EQ(real.bytes(), 2 * sizeof(double));
    EXPECT_EQ(RealColumn({0}, ColumnType::Timestamp).type(), ColumnType::Timestamp);
}

}  // namespace
}  // namespace reckoner
