#include "core/report/cell_text.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/support/vector_table.h"

namespace reckoner {
namespace {

TEST(CellText, WritesEveryKindOfValueAndNothingForAMissingOne) {
    const auto table = test::VectorTable()
                           .texts("id", {"a", ""})
                           .scores({0.1, missingReal()})
                           .segment("country", {"DE", ""})
                           .timestamps({1'772'323'200, missingReal()})
                           .numeric("odd", {std::numeric_limits<double>::infinity(), 3})
                           .build();
    const auto at = [&](const char* column, RowIndex row) {
        return cellText(*table, *table->find(column), row);
    };
    EXPECT_EQ(at("id", 0), "a");
    EXPECT_EQ(at("score", 0), "0.1");
    EXPECT_EQ(at("country", 0), "DE");
    EXPECT_EQ(at("timestamp", 0), "2026-03-01");
    EXPECT_EQ(at("odd", 0), "inf");
    for (const char* column : {"id", "score", "country", "timestamp"})
        EXPECT_FALSE(at(column, 1)) << column;
}

TEST(CellText, TimesTakeTheirColumnsFormElseTheCoarsestThatLosesNothing) {
    ColumnInfo info;
    const RealColumn whole({86'400, 2 * 86'400}, ColumnType::Timestamp);
    const RealColumn mixed({86'400, 86'460, 86'461}, ColumnType::Timestamp);
    EXPECT_EQ(timeFormOf(info, whole), TimeForm::Date);
    EXPECT_EQ(timeFormOf(info, mixed), TimeForm::Second);
    info.timeFormat = "millisecond";
    EXPECT_EQ(timeFormOf(info, whole), TimeForm::Millisecond);
    EXPECT_EQ(timeText(86'460, TimeForm::Minute), "1970-01-02T00:01");
    EXPECT_EQ(timeFormOf(0.5), TimeForm::Millisecond);
}

}  // namespace
}  // namespace reckoner
