#include "core/store/merge_reviews.h"

#include <gtest/gtest.h>

#include "core/store/review_book.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class MergeReviewsTest : public testing::Test {
 protected:
    std::shared_ptr<Store> storeNamed(const char* file) {
        auto store = Store::create(folder_ / file, clock_);
        test::StagingBuilder staging(folder_ / (std::string(file) + "-staging"));
        fillBinaryRun(staging, test::numberedIds("a-", 12));
        store->publish(staging.staged(), {});
        return store;
    }
    static void fill(const std::shared_ptr<Store>& store) {
        ReviewBook book(store);
        BriefAnswer answer;
        answer.modelId = 1;
        answer.question = "user";
        answer.text = "clerks";
        book.answer(answer);
        Decision decision;
        decision.modelId = 1;
        decision.title = "v3 waits";
        decision.reason = "part-timers";
        decision.who = "Product";
        book.decide(decision);
        Action action;
        action.modelId = 1;
        action.title = "ask for papers";
        book.save(action);
        Experiment experiment;
        experiment.modelId = 1;
        experiment.hypothesis = "income by branch helps";
        book.save(experiment);
        Meeting meeting = draftMeeting(1, "2026-03-04", usualAgenda());
        meeting.title = "First review";
        meeting = book.save(meeting);
        meeting.items[0].notes = "Income feed broke.";
        book.saveNotes(meeting.uid, meeting.items[0]);
        GlossaryReading reading;
        reading.term = "precision";
        reading.agreed = "of 100 refused";
        book.agree(reading);
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> here_ = storeNamed("here.reckoner"), other_ = storeNamed("other.reckoner");
};

TEST_F(MergeReviewsTest, EverythingComesOnceHoweverOftenItIsBroughtIn) {
    fill(other_);
    const MergedStore first = mergeStore(*here_, *other_, {});
    EXPECT_EQ(first.reviewRecords, 6U);
    EXPECT_TRUE(first.remarks.empty());
    const ReviewBook book(here_);
    EXPECT_EQ(book.briefHistory(1).size(), 1U);
    EXPECT_EQ(book.decisions(1).size(), 1U);
    EXPECT_EQ(book.actions(1).size(), 1U);
    EXPECT_EQ(book.experiments(1).size(), 1U);
    ASSERT_EQ(book.meetings(1).size(), 1U);
    EXPECT_EQ(book.meetings(1)[0].items[0].notes, "Income feed broke.");
    EXPECT_EQ(book.glossaryReadings().size(), 1U);
    EXPECT_EQ(mergeStore(*here_, *other_, {}).reviewRecords, 0U);
    EXPECT_TRUE(here_->check({}).empty());
}

TEST_F(MergeReviewsTest, TheAgendaOfAModelComesWhereThereIsNone) {
    const std::vector<AgendaPoint> theirs = {{"Figures", 20, "decide", AgendaKind::Talk}};
    ReviewBook(other_).setAgenda(1, theirs, "Ann");
    mergeStore(*here_, *other_, {});
    EXPECT_EQ(ReviewBook(here_).agenda(1), theirs);
    const std::vector<AgendaPoint> ours = {{"Cases", 30, "errors", AgendaKind::Cases}};
    ReviewBook(here_).setAgenda(1, ours, "Ben");
    mergeStore(*here_, *other_, {});
    EXPECT_EQ(ReviewBook(here_).agenda(1), ours);
}

TEST_F(MergeReviewsTest, BothSidesOfADifferenceAreKept) {
    fill(other_);
    mergeStore(*here_, *other_, {});
    Action theirs = ReviewBook(other_).actions(1).at(0);
    theirs.owner = "Data";
    ReviewBook(other_).save(theirs);
    Meeting meeting = ReviewBook(other_).meetings(1).at(0);
    meeting.items[1].notes = "theirs";
    ReviewBook(other_).saveNotes(meeting.uid, meeting.items[1]);
    const MergedStore merged = mergeStore(*here_, *other_, {});
    EXPECT_EQ(merged.reviewRecords, 2U);
    EXPECT_EQ(merged.remarks.size(), 2U);
    EXPECT_EQ(ReviewBook(here_).actions(1).size(), 2U);
    EXPECT_EQ(ReviewBook(here_).meetings(1).size(), 2U);
    EXPECT_EQ(mergeStore(*here_, *other_, {}).reviewRecords, 0U) << "kept beside once, not each time";
    EXPECT_TRUE(here_->check({}).empty());
}

TEST_F(MergeReviewsTest, ARunningReviewComesAsADraftWhereOneIsRunning) {
    fill(other_);
    ReviewBook theirs(other_), ours(here_);
    theirs.save(started(theirs.meetings(1).at(0), clock_.now()));
    Meeting meeting = draftMeeting(1, "2026-03-05", usualAgenda());
    meeting.title = "Ours";
    ours.save(started(meeting, clock_.now()));
    mergeStore(*here_, *other_, {});
    ASSERT_EQ(ours.meetings(1).size(), 2U);
    EXPECT_EQ(ours.running()->title, "Ours");
    EXPECT_EQ(ours.meetings(1)[1].state, MeetingState::Draft);
    EXPECT_EQ(ours.meetings(1)[1].items[0].notes, "Income feed broke.");
}

}  // namespace
}  // namespace reckoner
