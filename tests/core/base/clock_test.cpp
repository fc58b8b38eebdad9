#include "core/base/clock.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

using namespace std::chrono_literals;

TEST(Clock, WritesIsoTimeInUtcAlwaysOfOneLength) {
    const std::chrono::sys_days day = std::chrono::year(2026) / 3 / 4;
    EXPECT_EQ(isoTime(day + 5h + 6min + 7s + 89ms), "2026-03-04T05:06:07.089Z");
    EXPECT_EQ(isoTime(day + 0ms), "2026-03-04T00:00:00.000Z");
    EXPECT_EQ(isoTime(Clock::Time(-1ms)), "1969-12-31T23:59:59.999Z");
    const std::chrono::sys_days leap = std::chrono::year(2028) / 2 / 29;
    EXPECT_EQ(isoTime(leap + 23h + 59min + 59s + 999ms), "2028-02-29T23:59:59.999Z");
}

TEST(Clock, LaterIsoTimesSortLater) {
    const std::chrono::sys_days day = std::chrono::year(2026) / 9 / 30;
    EXPECT_LT(isoTime(day + 23h + 59min + 59s + 999ms), isoTime(day + 24h));
}

TEST(Clock, AFixedClockStandsStillUntilMoved) {
    FixedClock clock(Clock::Time(1000ms));
    EXPECT_EQ(clock.now(), clock.now());
    clock.set(Clock::Time(2000ms));
    EXPECT_EQ(clock.now(), Clock::Time(2000ms));
}

TEST(Clock, TheSystemClockAgreesWithTheSystem) {
    const auto before = std::chrono::system_clock::now() - 1ms;
    const auto now = SystemClock().now();
    EXPECT_LE(before, now);
    EXPECT_LE(now, std::chrono::system_clock::now());
}

}  // namespace
}  // namespace reckoner
