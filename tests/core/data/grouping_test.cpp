#include "core/data/grouping.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

std::string keyText(const Grouping::Key& key) {
    std::string text;
    for (const auto& value : key.values)
        text += (text.empty() ? "" : " | ") + value.value_or("(missing)");
    return text;
}

std::vector<std::string> keyTexts(const Grouping& grouping) {
    std::vector<std::string> texts;
    for (const auto& key : grouping.keys)
        texts.push_back(keyText(key));
    return texts;
}

std::vector<std::string> rowTexts(const Grouping& grouping) {
    std::vector<std::string> texts;
    for (const std::uint32_t code : grouping.codes)
        texts.push_back(keyText(grouping.keys.at(code)));
    return texts;
}

using GroupTexts = std::vector<std::string>;

TEST(Grouping, CategoriesInOrderMissingLast) {
    const auto table = test::VectorTable().segment("home", {"rent", "", "owner", "rent"}).build();
    const Grouping grouping = Grouping::byColumns(*table, {"home"});
    EXPECT_EQ(keyTexts(grouping), (GroupTexts{"owner", "rent", "(missing)"}));
    EXPECT_EQ(rowTexts(grouping), (GroupTexts{"rent", "(missing)", "owner", "rent"}));
    EXPECT_EQ(grouping.columns, GroupTexts{"home"});
}

TEST(Grouping, CategoriesThatAreNumbersBySize) {
    const auto table = test::VectorTable().segment("rating", {"10", "9", "1", "-2"}).build();
    EXPECT_EQ(keyTexts(Grouping::byColumns(*table, {"rating"})), (GroupTexts{"-2", "1", "9", "10"}));
}

TEST(Grouping, ACrossHoldsOnlyWhatOccurs) {
    const auto table = test::VectorTable()
                           .segment("a", {"x", "x", "y", "", "y"})
                           .segment("b", {"2", "1", "1", "1", "1"})
                           .build();
    const Grouping grouping = Grouping::byColumns(*table, {"a", "b"});
    EXPECT_EQ(keyTexts(grouping), (GroupTexts{"x | 1", "x | 2", "y | 1", "(missing) | 1"}));
    EXPECT_EQ(rowTexts(grouping), (GroupTexts{"x | 2", "x | 1", "y | 1", "(missing) | 1", "y | 1"}));
}

TEST(Grouping, FewNumbersAreTheirOwnGroups) {
    const auto table =
        test::VectorTable()
            .numeric("n", {2, 10, -0.0, 0.0, missingReal(), std::numeric_limits<double>::quiet_NaN()})
            .build();
    const Grouping grouping = Grouping::byColumns(*table, {"n"});
    EXPECT_EQ(keyTexts(grouping), (GroupTexts{"0", "2", "10", "(missing)"}));
    EXPECT_EQ(rowTexts(grouping), (GroupTexts{"2", "10", "0", "0", "(missing)", "(missing)"}));
}

TEST(Grouping, ManyNumbersAreCutAtDeciles) {
    std::vector<double> values;
    for (int i = 0; i <= 100; ++i)
        values.push_back(i);
    const auto table = test::VectorTable().numeric("n", values).build();
    const Grouping grouping = Grouping::byColumns(*table, {"n"});
    EXPECT_EQ(keyTexts(grouping), (GroupTexts{"[0, 10]", "(10, 20]", "(20, 30]", "(30, 40]", "(40, 50]",
                                              "(50, 60]", "(60, 70]", "(70, 80]", "(80, 90]", "(90, 100]"}));
    EXPECT_EQ(grouping.codes[10], 0u);
    EXPECT_EQ(grouping.codes[11], 1u);
    EXPECT_EQ(grouping.codes[100], 9u);
}

TEST(Grouping, EqualDecilesFallTogether) {
    std::vector<double> values(100, 0);
    for (int i = 0; i < 40; ++i)
        values.push_back(i + 1);
    values.push_back(std::numeric_limits<double>::infinity());
    const auto table = test::VectorTable().numeric("n", values).build();
    const Grouping grouping = Grouping::byColumns(*table, {"n"});
    ASSERT_GE(grouping.groups(), 3u);
    EXPECT_EQ(keyText(grouping.keys[0]), "0");
    EXPECT_EQ(grouping.codes.back(), grouping.groups() - 1);
    // Every row lies inside the bounds of its group's name, in ascending groups.
    for (std::size_t i = 101; i < values.size(); ++i)
        EXPECT_GE(grouping.codes[i], grouping.codes[i - 1]);
}

TEST(Grouping, DatesByTheFinestFewUnits) {
    const double day = 86400;
    const auto days = test::VectorTable().timestamps({0, day - 1, day, missingReal(), -1}).build();
    EXPECT_EQ(rowTexts(Grouping::byColumns(*days, {"timestamp"})),
              (GroupTexts{"1970-01-01", "1970-01-01", "1970-01-02", "(missing)", "1969-12-31"}));
    std::vector<double> year;
    for (int i = 0; i < 365; ++i)
        year.push_back(i * day);
    const auto months = test::VectorTable().timestamps(year).build();
    EXPECT_EQ(Grouping::byColumns(*months, {"timestamp"}).groups(), 12u);
    EXPECT_EQ(keyTexts(Grouping::byColumns(*months, {"timestamp"})).front(), "1970-01");
    for (double& value : year)
        value *= 40;
    const auto years = test::VectorTable().timestamps(year).build();
    EXPECT_EQ(keyTexts(Grouping::byColumns(*years, {"timestamp"})).back(), "2009");
}

TEST(Grouping, NoColumnsIsOneGroup) {
    const auto table = test::VectorTable().segment("home", {"a", "b"}).build();
    const Grouping grouping = Grouping::byColumns(*table, {});
    EXPECT_EQ(grouping.groups(), 1u);
    EXPECT_EQ(grouping.codes, (std::vector<std::uint32_t>{0, 0}));
}

TEST(Grouping, RefusesWhatMakesNoGroups) {
    const auto table = test::VectorTable().segment("home", {"a"}).texts("note", {"x"}).build();
    try {
        Grouping::byColumns(*table, {"hom"});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadInput);
        EXPECT_STREQ(error.what(), "There is no column \"hom\" to group by; did you mean \"home\"?");
    }
    EXPECT_THROW(Grouping::byColumns(*table, {"note"}), Error);
}

// Also beyond the sizes for which a table of all pairs is made.
TEST(Grouping, CrossesAgreeWithJoiningTheNames) {
    Random random(11);
    for (const std::uint64_t values : {3, 50, 5'000}) {
        std::vector<std::string> columns[3];
        for (int row = 0; row < 3'000; ++row)
            for (auto& column : columns)
                column.push_back(random.below(9) == 0 ? "" : "v" + std::to_string(random.below(values)));
        const auto table = test::VectorTable()
                               .segment("a", columns[0])
                               .segment("b", columns[1])
                               .segment("c", columns[2])
                               .build();
        const Grouping grouping = Grouping::byColumns(*table, {"a", "b", "c"});
        std::map<std::string, int> seen;
        for (std::size_t row = 0; row < 3'000; ++row) {
            Grouping::Key key;
            for (const auto& column : columns)
                key.values.push_back(column[row].empty() ? std::nullopt : std::optional(column[row]));
            ASSERT_EQ(keyText(grouping.keys.at(grouping.codes[row])), keyText(key));
            ++seen[keyText(key)];
        }
        EXPECT_EQ(seen.size(), grouping.groups());
    }
}

}  // namespace
}  // namespace reckoner
