// A review is held by a program that is killed at ten moments, each time gone on with by the next one: what
// was said to be saved stands in the minutes, and the time between does not count.
#include <cerrno>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/report/minutes.h"
#include "core/store/review_book.h"
#include "core/store/store.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

constexpr int kReviewKills = 10;
const Clock::Time kReviewDay{std::chrono::milliseconds(1'772'600'767'089)};

// What is written at one step of the review; the same in every program.
std::string reviewWord(int step) {
    return "word" + std::to_string(step) + "said";
}

// Goes on with the review from a step on: typed notes, now and then an action, a decision, the next point, a
// pause. Says the number of each step once it is stored.
int holdReview(const std::filesystem::path& file, int from, int say) {
    try {
        FixedClock clock(kReviewDay + std::chrono::hours(from));
        ReviewBook book(Store::open(file, OpenMode::ReadWrite, clock));
        Meeting meeting = book.running().value();
        meeting = book.save(resumed(afterInterruption(meeting, clock.now()), clock.now()));
        for (int step = from; step < 1'000; ++step) {
            clock.set(clock.now() + std::chrono::seconds(10));
            meeting = book.meeting(meeting.uid).value();
            if (step % 7 == 3) {
                Action action;
                action.modelId = 1;
                action.title = reviewWord(step);
                action.review = meeting.uid;
                book.save(action);
            } else if (step % 7 == 5) {
                Decision decision;
                decision.modelId = 1;
                decision.title = reviewWord(step);
                decision.reason = "because";
                decision.who = "Ann";
                decision.review = meeting.uid;
                book.decide(decision);
            } else {
                AgendaItem item = meeting.items[meeting.current];
                item.notes += (item.notes.empty() ? "" : " ") + reviewWord(step);
                book.saveNotes(meeting.uid, item);
            }
            book.saveClock(clockRead(book.meeting(meeting.uid).value(), clock.now()));
            if (step % 7 == 6) book.save(nextItem(book.meeting(meeting.uid).value(), clock.now()));
            if (write(say, &step, sizeof(step)) != sizeof(step)) return 2;
        }
    } catch (const std::exception&) {
        return 1;
    }
    return 0;
}

int nextSaid(int from) {
    int number = -1;
    ssize_t got = 0;
    while ((got = read(from, &number, sizeof(number))) < 0 && errno == EINTR) {
    }
    return got == sizeof(number) ? number : -1;
}

TEST(ReviewKilled, WhatWasSavedStandsInTheMinutesHoweverOftenTheProgramDies) {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "review.reckoner";
    FixedClock clock(kReviewDay);
    std::string uid;
    {
        const auto store = Store::create(file, clock);
        test::StagingBuilder staging(folder / "staging");
        fillBinaryRun(staging, test::numberedIds("s", 20));
        store->publish(staging.staged(), {});
        ReviewBook book(store);
        Meeting meeting = draftMeeting(1, "2026-03-04", usualAgenda());
        meeting.title = "Review of 4 March";
        meeting = book.save(meeting);
        uid = book.save(started(meeting, clock.now())).uid;
    }
    int said = -1;
    for (int kills = 0; kills < kReviewKills; ++kills) {
        int ends[2];
        ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) _exit(holdReview(file, said + 1, ends[1]));
        close(ends[1]);
        // Some steps in, then somewhere inside the next one.
        for (int steps = 0; steps < 2 + kills % 3; ++steps) {
            const int one = nextSaid(ends[0]);
            ASSERT_GE(one, 0) << "the review stopped by itself";
            said = one;
        }
        timespec wait{0, kills * 1'300'000};
        while (nanosleep(&wait, &wait) != 0) {
        }
        kill(child, SIGKILL);
        for (int one = nextSaid(ends[0]); one >= 0; one = nextSaid(ends[0]))
            said = one;
        close(ends[0]);
        int status = 0;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        EXPECT_TRUE(WIFSIGNALED(status));
    }
    ASSERT_GE(said, 2 * kReviewKills - 1);

    clock.set(kReviewDay + std::chrono::hours(24 * 365));
    const auto store = Store::open(file, OpenMode::ReadWrite, clock);
    for (const Damage& damage : store->check({}))
        ADD_FAILURE() << damage.where << ": " << damage.sentence;
    ReviewBook book(store);
    Meeting meeting = book.meeting(uid).value();
    ASSERT_EQ(meeting.state, MeetingState::Running);
    EXPECT_FALSE(afterInterruption(meeting, clock.now()).clockFrom);
    EXPECT_LT(spentOn(afterInterruption(meeting, clock.now()), clock.now()), std::chrono::hours(1));
    meeting = book.save(closed(afterInterruption(meeting, clock.now()), clock.now()));
    std::string minutes;
    writeMarkdown(minutesDocument(minutesOf("credit", meeting, book.decisions(1), book.actions(1))),
                  [&minutes](std::string_view text) { minutes += text; });
    for (int step = 0; step <= said; ++step)
        EXPECT_NE(minutes.find(reviewWord(step)), std::string::npos) << step;
}

}  // namespace
}  // namespace reckoner
