#include "core/import/demo_calendar.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

Clock::Time on(int year, unsigned month, unsigned day) {
    return std::chrono::sys_days{std::chrono::year{year} / month / day} + std::chrono::hours(15);
}

TEST(DemoCalendar, TheStoryEndsOnTheDayItIsMade) {
    const DemoCalendar calendar(on(2026, 11, 23));
    EXPECT_EQ(calendar.moved("2024-08-02"), "2026-11-23");
    EXPECT_EQ(calendar.moved("2024-07-26T10:44:00.000Z"), "2026-11-16T10:44:00.000Z") << "a week before";
    EXPECT_EQ(calendar.moved("2024-02-29"), "2026-06-21") << "by days, whatever the months";
    EXPECT_EQ(DemoCalendar(on(2024, 8, 2)).moved("2024-03-01"), "2024-03-01");
}

TEST(DemoCalendar, LeavesAloneWhatIsNoDate) {
    const DemoCalendar calendar(on(2026, 11, 23));
    for (const char* text : {"", "demo-review-1", "2024-13-01", "2024", "in 2024-07-24"})
        EXPECT_EQ(calendar.moved(text), text);
}

TEST(DemoCalendar, SentencesNameTheDayThatWasMoved) {
    const DemoCalendar calendar(on(2026, 11, 23));
    EXPECT_EQ(calendar.text("Review of {2024-07-26}"), "Review of 16 November");
    EXPECT_EQ(calendar.text("{2024-07-26} and {2024-08-02}."), "16 November and 23 November.");
    for (const char* text : {"", "{", "{2024-07-24", "{never}", "{2024-07-2x}"})
        EXPECT_EQ(calendar.text(text), text);
}

}  // namespace
}  // namespace reckoner
