#include "core/metrics/coverage.h"

#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/support/demo_table.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

ColumnCoverage coverageOf(const EvalTablePtr& table, const std::string& column,
                          const EvalTablePtr& other = nullptr) {
    const RowSet rows = RowSet::all(table->rows());
    const RowSet theirs = RowSet::all(other ? other->rows() : 0);
    return coverage(*table, rows, {{column}}, other.get(), other ? &theirs : nullptr).front();
}

EvalTablePtr sources(const std::vector<std::string>& values) {
    return test::VectorTable()
        .labels(std::vector<std::string>(values.size(), "yes"))
        .scores(std::vector<double>(values.size(), 0.5))
        .segment("source", values)
        .build();
}

TEST(Coverage, SaysHowConcentratedTheSourcesAre) {
    const ColumnCoverage column =
        coverageOf(sources({"a", "a", "a", "a", "a", "a", "b", "b", "c", ""}), "source");
    EXPECT_EQ(column.rows, 10u);
    EXPECT_EQ(column.missing, 1u);
    EXPECT_EQ(column.distinct(), 3u);
    EXPECT_DOUBLE_EQ(*column.missingShare(), 0.1);
    EXPECT_DOUBLE_EQ(*column.topShare(1), 6.0 / 9);
    EXPECT_DOUBLE_EQ(*column.topShare(2), 8.0 / 9);
    EXPECT_DOUBLE_EQ(*column.topShare(9), 1);
    EXPECT_NEAR(*column.effective(), 81.0 / (36 + 4 + 1), 1e-12);
    const double entropy =
        -(6.0 / 9 * std::log(6.0 / 9) + 2.0 / 9 * std::log(2.0 / 9) + 1.0 / 9 * std::log(1.0 / 9));
    EXPECT_NEAR(*column.effectiveByEntropy(), std::exp(entropy), 1e-12);
}

TEST(Coverage, EqualSourcesAreAsManyAsThereAre) {
    std::vector<std::string> values;
    for (int i = 0; i < 10'000; ++i)
        values.push_back("Straße <" + std::to_string(i) + ">");
    const ColumnCoverage column = coverageOf(sources(values), "source");
    EXPECT_EQ(column.distinct(), 10'000u);
    EXPECT_NEAR(*column.effective(), 10'000, 1e-6);
    EXPECT_NEAR(*column.effectiveByEntropy(), 10'000, 1e-6);
}

TEST(Coverage, WhatIsNotThereHasNoConcentration) {
    const ColumnCoverage column = coverageOf(sources({"", ""}), "source");
    EXPECT_EQ(column.effective().why, Reason::NoSamples);
    EXPECT_EQ(column.topShare(1).why, Reason::NoSamples);
    EXPECT_DOUBLE_EQ(*column.missingShare(), 1);
    const ColumnCoverage one = coverageOf(sources({"日本"}), "source");
    EXPECT_DOUBLE_EQ(*one.effective(), 1);
}

TEST(Coverage, TellsValuesOfOneRunThatTheOtherLacks) {
    const ColumnCoverage column =
        coverageOf(sources({"a", "a", "b", ""}), "source", sources({"a", "c", "c", "c", "<b>", ""}));
    EXPECT_EQ(column.onlyHere(), 1u);
    EXPECT_EQ(column.onlyThere(), 2u);
    EXPECT_EQ(column.otherRows, 6u);
    EXPECT_EQ(column.otherMissing, 1u);
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> found;
    for (const CoveredValue& value : column.values)
        found[value.value.value_or("(missing)")] = {value.rows, value.other.value()};
    const std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> expected{
        {"a", {2, 1}}, {"b", {1, 0}}, {"c", {0, 3}}, {"<b>", {0, 1}}, {"(missing)", {1, 1}}};
    EXPECT_EQ(found, expected);
    EXPECT_FALSE(column.values.back().value);
    // Values of the other run do not count as values of this one.
    EXPECT_EQ(column.distinct(), 2u);
    EXPECT_NEAR(*column.effective(), 9.0 / 5, 1e-12);
}

TEST(Coverage, NumbersAreComparedByTheirRange) {
    const auto table = [](const std::vector<double>& numbers) {
        return test::VectorTable()
            .labels(std::vector<std::string>(numbers.size(), "no"))
            .scores(std::vector<double>(numbers.size(), 0.5))
            .numeric("age", numbers)
            .build();
    };
    const ColumnCoverage column =
        coverageOf(table({15, 20, 30, 99, 120, missingReal()}), "age", table({18, 40, 90}));
    EXPECT_EQ(column.range->below, 1u);
    EXPECT_EQ(column.range->above, 2u);
    EXPECT_EQ(column.range->lo, 15);
    EXPECT_EQ(column.range->otherHi, 90);
    EXPECT_EQ(column.missing, 1u);
    EXPECT_EQ(column.otherMissing, 0u);
}

TEST(Coverage, AColumnTheOtherRunHasNotIsNotCompared) {
    const auto other = test::VectorTable().labels({"yes"}).scores({0.1}).build();
    const ColumnCoverage column = coverageOf(sources({"a"}), "source", other);
    EXPECT_FALSE(column.otherRows);
    EXPECT_EQ(column.onlyHere(), 0u);
    EXPECT_THROW(coverageOf(sources({"a"}), "nothing"), Error);
}

TEST(Coverage, CountsTheCohortAlone) {
    const auto table = test::demoRun("credit_default/credit_default_v2_forest.csv").build();
    std::vector<RowIndex> some;
    for (RowIndex row = 0; row < table->rows(); row += 3)
        some.push_back(row);
    const RowSet rows(some, table->rows());
    const auto columns = coverage(*table, rows, {{"job"}, {"home"}, {"age"}});
    for (const ColumnCoverage& column : columns) {
        std::uint64_t all = 0;
        for (const CoveredValue& value : column.values)
            all += value.rows;
        EXPECT_EQ(all, some.size());
        EXPECT_EQ(column.rows, some.size());
    }
}

}  // namespace
}  // namespace reckoner
