#include "core/data/date_span.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

void expectSpan(const char* text, double first, double length) {
    const auto span = parseDateSpan(text);
    ASSERT_TRUE(span) << text;
    EXPECT_EQ(span->first, first) << text;
    EXPECT_EQ(span->end - span->first, length) << text;
}

TEST(DateSpan, ADateStandsForAllItsMoments) {
    const double day = 1717372800;
    expectSpan("1970-01-01", 0, 86400);
    expectSpan("2024-06", day - 2 * 86400, 30 * 86400);
    expectSpan("2024-02", 1706745600, 29 * 86400);
    expectSpan("2024-12", 1733011200, 31 * 86400);
    expectSpan("2024-06-03", day, 86400);
    expectSpan("2024-06-03 10:30", day + 37800, 60);
    expectSpan("2024-06-03T10:30:15", day + 37815, 1);
    expectSpan("2024-06-03T10:30:15.25Z", day + 37815.25, 0);
    expectSpan("2024-06-03T10:30+02:00", day + 37800 - 7200, 60);
    expectSpan("2024-06-03T10:30-0130", day + 37800 + 5400, 60);
    expectSpan("1969-12-31T23:59:59Z", -1, 1);
}

TEST(DateSpan, RefusesWhatIsNoDate) {
    for (const char* text : {"", "2024", "2024-13", "2024-00-01", "2024-02-30", "2023-02-29", "24-06-03",
                             "2024-06-03 ", "2024-06-03T", "2024-06-03T10", "2024-06-03T24:00",
                             "2024-06-03T10:60", "2024-06-03T10:30:", "2024-06-03T10:30:15.",
                             "2024-06-03T10:30X", "2024-06-03T10:30+2", "2024/06/03", "03.06.2024"})
        EXPECT_FALSE(parseDateSpan(text)) << text;
}

}  // namespace
}  // namespace reckoner
