#include "core/wording/review_words.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

using namespace std::chrono_literals;

const Clock::Time kReviewBegins{std::chrono::milliseconds(1'772'600'767'000)};

Meeting wordedMeeting() {
    Meeting meeting = draftMeeting(1, "2026-03-04",
                                   {{"Numbers", 5, "today", AgendaKind::Talk},
                                    {"What moved", 10, "versions", AgendaKind::Talk},
                                    {"ROC of v2?", 5, "decide", AgendaKind::Talk}});
    meeting.title = reviewTitle(meeting.heldOn);
    return started(std::move(meeting), kReviewBegins);
}

TEST(ReviewWords, TheClockCountsDownThePointAndTheMeeting) {
    const Meeting meeting = wordedMeeting();
    const ReviewClock at = reviewClock(meeting, kReviewBegins + 1min + 48s);
    EXPECT_EQ(at.large, "3:12");
    EXPECT_EQ(at.what, "left for numbers");
    EXPECT_EQ(at.whole, "19 of 20 minutes left");
    EXPECT_NEAR(at.share, 108.0 / 1200, 1e-9);
    EXPECT_FALSE(at.pointOver);
    EXPECT_EQ(overSentence(meeting, kReviewBegins + 1min), "");
    EXPECT_EQ(reviewClock(meeting, kReviewBegins).large, "5:00");
}

TEST(ReviewWords, WhatIsOverIsSaid) {
    const Meeting meeting = wordedMeeting();
    const ReviewClock point = reviewClock(meeting, kReviewBegins + 6min + 5s);
    EXPECT_EQ(point.large, "+1:05");
    EXPECT_EQ(point.what, "over its time");
    EXPECT_EQ(overSentence(meeting, kReviewBegins + 6min), "Time for what moved.");
    const ReviewClock all = reviewClock(meeting, kReviewBegins + 22min);
    EXPECT_TRUE(all.meetingOver);
    EXPECT_EQ(all.share, 1);
    EXPECT_EQ(all.whole, "2 minutes over the 20 planned");
    EXPECT_EQ(overSentence(meeting, kReviewBegins + 22min), "The planned time is over.");
}

TEST(ReviewWords, TheAgendaSaysWhatWasSpentAndWhatIsPlanned) {
    const Meeting meeting = nextItem(wordedMeeting(), kReviewBegins + 4min + 40s);
    const Clock::Time now = kReviewBegins + 4min + 40s + 6min + 48s;
    EXPECT_EQ(agendaMinutes(meeting, 0, now), "4:40");
    EXPECT_EQ(agendaMinutes(meeting, 1, now), "6:48 of 10");
    EXPECT_EQ(agendaMinutes(meeting, 2, now), "5");
    EXPECT_EQ(nextButton(meeting), "Next: ROC of v2");
    EXPECT_EQ(nextButton(nextItem(meeting, now)), "Close the review");
}

TEST(ReviewWords, DaysAndTitles) {
    EXPECT_EQ(reviewTitle("2026-09-18"), "Review of 18 September");
    EXPECT_EQ(dayName("2026-09-12", "2026-09-17"), "12 September");
    EXPECT_EQ(dayName("2025-09-12", "2026-09-17"), "12 September 2025");
    EXPECT_EQ(insideSentence("What surprised you?"), "what surprised you");
    EXPECT_EQ(insideSentence("ROC"), "ROC");
    EXPECT_EQ(insideSentence(""), "");
    EXPECT_EQ(savedAt(kReviewBegins, 3600), "saved 06:06:07");
    EXPECT_EQ(hourOf(isoTime(kReviewBegins), -3600), "04:06");
}

TEST(ReviewWords, TodaySaysWhatTheReviewIsAt) {
    Meeting meeting = wordedMeeting();
    EXPECT_EQ(reviewLine(meeting, "2026-03-04", 0), "Review running since 05:06");
    EXPECT_EQ(reviewLine(meeting, "2026-03-05", 0), "Review of 4 March is not finished");
    EXPECT_EQ(reviewLine(paused(meeting, kReviewBegins), "2026-03-04", 0), "Review paused, begun at 05:06");
    Meeting draft = draftMeeting(1, "2026-03-11", usualAgenda());
    draft.title = reviewTitle(draft.heldOn);
    EXPECT_EQ(reviewLine(draft, "2026-03-04", 0), "Next review: 11 March, no case chosen");
    draft.items[1].picks = {"a"};
    EXPECT_EQ(reviewLine(draft, "2026-03-11", 0), "Review of 11 March is today, 1 case chosen");
    EXPECT_EQ(closedLine(2, 1, 0), "2 actions agreed, 1 action carried over.");
    Action action;
    action.title = "Ask the vendor";
    EXPECT_EQ(toDoLine(action, "2026-03-04"), "to do: Ask the vendor");
    action.owner = "Ann";
    action.due = "2026-03-11";
    EXPECT_EQ(toDoLine(action, "2026-03-04"), "to do: Ask the vendor, Ann, due 11 March");
    Decision decision;
    decision.title = "Hold";
    EXPECT_EQ(decidedLine(decision), "decided: Hold");
    EXPECT_EQ(pointHolds(draft.items[1], 0, 0), "1 case");
    EXPECT_EQ(pointHolds(draft.items[0], 1, 2), "1 decision, 2 actions");
    EXPECT_EQ(pointHolds(draft.items[0], 0, 0), "");
    EXPECT_EQ(closedLine(0, 0, 0), "No decision, no action, nothing carried over.");
}

}  // namespace
}  // namespace reckoner
