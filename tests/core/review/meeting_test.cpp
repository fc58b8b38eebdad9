#include "core/review/meeting.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

Clock::Time clockAt(milliseconds since) {
    return Clock::Time(milliseconds(1'772'600'000'000) + since);
}

Meeting twoPoints() {
    return draftMeeting(
        1, "2026-03-04",
        {{"Numbers", 5, "today", AgendaKind::Talk}, {"Cases", 15, "errors", AgendaKind::Cases}});
}

TEST(Meeting, TheClockCountsForThePointThatIsSpokenAbout) {
    Meeting meeting = started(twoPoints(), clockAt(minutes(0)));
    EXPECT_EQ(meeting.state, MeetingState::Running);
    EXPECT_EQ(leftOf(meeting, 0, clockAt(minutes(2))), minutes(3));
    meeting = nextItem(meeting, clockAt(minutes(6)));
    EXPECT_TRUE(meeting.items[0].done);
    EXPECT_EQ(meeting.current, 1U);
    EXPECT_EQ(spentOn(meeting, 0, clockAt(minutes(9))), minutes(6)) << "over, and it stays over";
    EXPECT_EQ(leftOf(meeting, 0, clockAt(minutes(9))), minutes(-1));
    EXPECT_EQ(spentOn(meeting, 1, clockAt(minutes(9))), minutes(3));
    EXPECT_EQ(spentOn(meeting, clockAt(minutes(9))), minutes(9));
    EXPECT_EQ(planned(meeting), minutes(20));
    meeting = movedTo(meeting, 0, clockAt(minutes(10)));
    EXPECT_EQ(spentOn(meeting, 0, clockAt(minutes(11))), minutes(7));
    meeting = closed(meeting, clockAt(minutes(12)));
    EXPECT_EQ(spentOn(meeting, clockAt(minutes(99))), minutes(12));
    EXPECT_EQ(meeting.closedAt, isoTime(clockAt(minutes(12))));
}

TEST(Meeting, APauseOverNightCostsNoTime) {
    Meeting meeting = started(twoPoints(), clockAt(minutes(0)));
    meeting = paused(meeting, clockAt(minutes(4)));
    EXPECT_EQ(spentOn(meeting, clockAt(minutes(900))), minutes(4));
    meeting = resumed(meeting, clockAt(minutes(1000)));
    EXPECT_EQ(spentOn(meeting, clockAt(minutes(1001))), minutes(5));
}

TEST(Meeting, AKillLosesNoMoreThanWhatCameAfterTheLastReading) {
    Meeting meeting = started(twoPoints(), clockAt(minutes(0)));
    meeting = clockRead(meeting, clockAt(seconds(50)));
    const Meeting later = afterInterruption(meeting, clockAt(minutes(60)));
    EXPECT_FALSE(later.clockFrom) << "it stands still until somebody goes on";
    EXPECT_EQ(spentOn(later, clockAt(minutes(60))), seconds(50));
    EXPECT_TRUE(afterInterruption(meeting, clockAt(seconds(100))).clockFrom) << "another window is at it";
    EXPECT_EQ(spentOn(meeting, clockAt(seconds(-500))), seconds(50)) << "a clock set back counts nothing";
}

TEST(Meeting, NextSkipsWhatIsDoneAndStaysAtTheEnd) {
    Meeting meeting = draftMeeting(1, "2026-03-04", parseAgenda("A\nB\nC"));
    meeting = started(meeting, clockAt(minutes(0)));
    meeting = movedTo(meeting, 1, clockAt(minutes(1)));
    meeting = nextItem(meeting, clockAt(minutes(2)));
    EXPECT_EQ(meeting.current, 2U);
    meeting = nextItem(meeting, clockAt(minutes(3)));
    EXPECT_EQ(meeting.current, 0U) << "what was jumped over comes back";
    meeting = nextItem(meeting, clockAt(minutes(4)));
    EXPECT_EQ(meeting.current, 0U);
    EXPECT_TRUE(meeting.items[0].done);
}

TEST(Meeting, RefusesWhatMakesNoSense) {
    EXPECT_THROW(started(draftMeeting(1, "2026-03-04", {}), clockAt(minutes(0))), Error);
    EXPECT_THROW(nextItem(twoPoints(), clockAt(minutes(0))), Error);
    const Meeting running = started(twoPoints(), clockAt(minutes(0)));
    EXPECT_THROW(started(running, clockAt(minutes(0))), Error);
    EXPECT_THROW(movedTo(running, 2, clockAt(minutes(0))), Error);
    EXPECT_THROW(resumed(closed(running, clockAt(minutes(1))), clockAt(minutes(2))), Error);
}

TEST(Meeting, StatesHaveNames) {
    for (const MeetingState state : {MeetingState::Draft, MeetingState::Running, MeetingState::Closed})
        EXPECT_EQ(meetingState(name(state)), state);
    EXPECT_FALSE(meetingState("over"));
}

}  // namespace
}  // namespace reckoner
