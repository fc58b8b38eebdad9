#include "core/data/segment_filter.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/data/filter.h"
#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

// Every segment's expression finds the rows of its group and no others.
void expectFinds(const EvalTable& table, const std::vector<GroupColumn>& columns) {
    const Grouping grouping = Grouping::of(table, columns);
    for (std::uint32_t group = 0; group < grouping.groups(); ++group) {
        const std::string expression = segmentExpression(table, grouping.columns, grouping.keys[group]);
        const RowSet found = Filter::parse(expression).apply(table);
        std::vector<RowIndex> expected;
        for (RowIndex row = 0; row < table.rows(); ++row)
            if (grouping.codes[row] == group) expected.push_back(row);
        std::vector<RowIndex> rows;
        found.forEach([&](RowIndex row) { rows.push_back(row); });
        EXPECT_EQ(rows, expected) << expression;
    }
}

TEST(SegmentFilter, FindsExactlyTheRowsOfItsGroup) {
    Random random(5);
    std::vector<std::string> odd;
    std::vector<double> numbers, few, times;
    const std::vector<std::string> names{"<b>bold</b>", "it's", "über \"quoted\"", "日本", "a and b", "",
                                         "7",           "null "};
    for (int i = 0; i < 600; ++i) {
        odd.push_back(names[random.below(names.size())]);
        const double number = std::floor(random.unit() * 1e6) / 997 - 300;
        numbers.push_back(i % 50 == 0 ? missingReal() : i % 77 == 0 ? std::nan("") : number);
        few.push_back(static_cast<double>(random.below(5)) - 2);
        times.push_back(1.6e9 + random.unit() * 86'400 * 20);
    }
    const auto table = test::VectorTable()
                           .segment("odd name", odd)
                           .numeric("number", numbers)
                           .numeric("few", few)
                           .timestamps(times)
                           .build();
    for (const char* how : {"auto", "quantile:4", "width:7", "edges:-100,0,0.5,1e3"}) {
        expectFinds(*table, {{"number", Binning::parse(how)}});
        expectFinds(*table, {{"odd name"}, {"number", Binning::parse(how)}});
        expectFinds(*table, {{"few", Binning::parse(how)}});
    }
    expectFinds(*table, {{"odd name"}, {"few"}});
    expectFinds(*table, {{"timestamp"}});
}

TEST(SegmentFilter, CoversMonthsYearsAndInfinities) {
    std::vector<double> months, years, wild;
    for (int i = 0; i < 200; ++i) {
        months.push_back(i * 2.0e5);
        years.push_back(i * 86'400.0 * 50);
        wild.push_back(i == 0 ? HUGE_VAL : i == 1 ? -HUGE_VAL : i * 0.37);
    }
    expectFinds(*test::VectorTable().timestamps(months).build(), {{"timestamp"}});
    expectFinds(*test::VectorTable().timestamps(years).build(), {{"timestamp"}});
    const auto table = test::VectorTable().numeric("wild", wild).build();
    for (const char* how : {"auto", "quantile:3", "width:3", "edges:10"})
        expectFinds(*table, {{"wild", Binning::parse(how)}});
}

}  // namespace
}  // namespace reckoner
