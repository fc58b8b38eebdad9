#include "core/import/demo_reviews.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/import/demo.h"
#include "core/review/decision_evidence.h"
#include "core/store/review_book.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

TEST(DemoReviews, TellAStoryOfTwoReviews) {
    test::TemporaryFolder folder;
    const FixedClock clock{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    createDemo(folder / "a.reckoner", RECKONER_RESOURCES, clock);
    const auto store = Store::open(folder / "a.reckoner", OpenMode::ReadOnly, clock);
    const std::int64_t model = store->resolveRun("credit-default/2.0.0@credit-applications-cv5").modelId;
    const ReviewBook book(store);
    const auto meetings = book.meetings(model);
    ASSERT_EQ(meetings.size(), 2U);
    EXPECT_EQ(meetings[0].title, "Review of 25 February");
    EXPECT_EQ(meetings[0].heldOn, "2026-02-25") << "a week before the demo was made";
    EXPECT_EQ(meetings[1].title, "Review of 24 January");
    for (const Meeting& meeting : meetings) {
        EXPECT_EQ(meeting.state, MeetingState::Closed);
        EXPECT_EQ(meeting.items.size(), usualAgenda().size());
        for (const AgendaItem& item : meeting.items)
            EXPECT_FALSE(item.notes.empty()) << meeting.title << ": " << item.point.title;
    }
    EXPECT_EQ(book.decisions(model).size(), 6U);
    const auto decisions = book.decisions(model);
    const auto change = std::find_if(decisions.begin(), decisions.end(), [](const Decision& decision) {
        return decision.kind == DecisionKind::ChangePolicy;
    });
    ASSERT_NE(change, decisions.end());
    const auto evidence = decisionEvidenceFromJson(change->evidence);
    ASSERT_TRUE(evidence && evidence->point);
    EXPECT_EQ(evidence->point->adopted.figures.mix.fn, 522);
    EXPECT_FALSE(evidence->state.empty());
    EXPECT_EQ(standingDecisions(book.decisions(model)).size(), 6U);
    for (const Action& action : openActions(book.actions(model)))
        EXPECT_LT(daysLate(action.due, "2026-03-04").value(), 0) << action.title;
    EXPECT_EQ(openActions(book.actions(model)).size(), 2U);
    EXPECT_EQ(matching(book.experiments(model), "does not work").size(), 1U);
    EXPECT_EQ(openQuestions(book.briefHistory(model)).size(), 1U);
    EXPECT_TRUE(store->check({}).empty());
}

TEST(DemoReviews, SayWhichFileIsIncomplete) {
    test::TemporaryFolder folder;
    const FixedClock clock{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    const auto store = Store::create(folder / "s.reckoner", clock);
    test::writeBytes(folder / "reviews.json", "[1");
    EXPECT_THROW(addDemoReviews(store, folder.path(), DemoCalendar(clock.now())), Error);
    test::writeBytes(folder / "reviews.json", R"({"model": "nobody"})");
    EXPECT_THROW(addDemoReviews(store, folder.path(), DemoCalendar(clock.now())), Error);
}

}  // namespace
}  // namespace reckoner
