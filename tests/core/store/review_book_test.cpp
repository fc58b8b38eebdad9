#include "core/store/review_book.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class ReviewBookTest : public testing::Test {
 protected:
    ReviewBookTest() {
        test::StagingBuilder staging(folder_ / "staging");
        fillBinaryRun(staging, test::numberedIds("a-", 12));
        model_ = store_->run(store_->publish(staging.staged(), {}))->modelId;
    }
    Decision hold(const std::string& title) const {
        Decision decision;
        decision.modelId = model_;
        decision.title = title;
        decision.reason = "part-timers are missed";
        decision.who = "Product";
        return decision;
    }
    Action action(const std::string& title, const std::string& due = {}) const {
        Action action;
        action.modelId = model_;
        action.title = title;
        action.due = due;
        return action;
    }
    Meeting draft(const std::string& title = "Review of 4 March") const {
        Meeting meeting = draftMeeting(model_, "2026-03-04", usualAgenda());
        meeting.title = title;
        return meeting;
    }
    BriefAnswer answer(const std::string& question, const std::string& text) {
        BriefAnswer answer;
        answer.modelId = model_;
        answer.question = question;
        answer.text = text;
        answer.who = "Product";
        return book_.answer(answer);
    }
    void later(int minutes = 1) { clock_.set(clock_.now() + std::chrono::minutes(minutes)); }
    bool sound() const { return store_->check({}).empty(); }
    template <class F>
    static std::string complaint(F&& f) {
        try {
            f();
            return {};
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::Usage);
            return error.what();
        }
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::filesystem::path file_ = folder_ / "s.reckoner";
    std::shared_ptr<Store> store_ = Store::create(file_, clock_);
    ReviewBook book_{store_};
    std::int64_t model_ = 0;
};

TEST_F(ReviewBookTest, KeepsEveryAnswerOfTheBrief) {
    answer("user", "clerks");
    later();
    answer("user", "clerks and branches");
    later();
    const BriefAnswer again = answer("user", "clerks and branches");
    const auto history = book_.briefHistory(model_);
    ASSERT_EQ(history.size(), 2U) << "the same text writes nothing";
    EXPECT_EQ(again.at, history[1].at);
    EXPECT_EQ(answersInForce(history).front().text, "clerks and branches");
    EXPECT_NE(complaint([&] { answer("weather", "x"); }).find("weather"), std::string::npos);
    EXPECT_TRUE(sound());
}

TEST_F(ReviewBookTest, DecisionsAreReplacedNeverEdited) {
    Decision first = hold("v3 waits");
    first.tripwire = {"precision", "segment = 'x'", true, 0.7};
    first.evidence = R"({"n": 1})";
    const Decision kept = book_.decide(first);
    EXPECT_FALSE(kept.uid.empty());
    EXPECT_EQ(kept.at, isoTime(clock_.now()));
    EXPECT_EQ(kept.tripwire, first.tripwire);
    EXPECT_EQ(kept.evidence, first.evidence);
    later();
    Decision second = hold("v3 ships");
    second.kind = DecisionKind::Approve;
    second.supersedes = kept.uid;
    book_.decide(second);
    const auto all = book_.decisions(model_);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].title, "v3 ships") << "newest first";
    EXPECT_EQ(standingDecisions(all).size(), 1U);
    EXPECT_NE(complaint([&] { book_.decide(second); }).find("replaced already"), std::string::npos);
    second.supersedes = "nobody";
    EXPECT_NE(complaint([&] { book_.decide(second); }).find("not one of this model"), std::string::npos);
    EXPECT_TRUE(sound());
}

TEST_F(ReviewBookTest, ActionsAreCarriedUntilTheyAreClosed) {
    const Action later1 = book_.save(action("second", "2026-04-02"));
    Action first = book_.save(action("first", "2026-04-01"));
    book_.save(action("whenever"));
    first.links = {{ActionLink::To::Case, "a-1"}};
    later();
    first = book_.save(first);
    EXPECT_EQ(first.changedAt, isoTime(clock_.now()));
    Action done = later1;
    done.state = ActionState::Done;
    done.result = "built";
    done = book_.save(done);
    EXPECT_EQ(done.closedAt, isoTime(clock_.now()));
    const auto all = book_.actions(model_);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].title, "first");
    EXPECT_EQ(all[0].links, first.links);
    EXPECT_EQ(all[1].title, "whenever");
    EXPECT_EQ(all[2].title, "second") << "closed ones come last";

    done.state = ActionState::Open;
    EXPECT_EQ(book_.save(done).closedAt, "");
    book_.removeAction(first.uid);
    EXPECT_EQ(book_.actions(model_).size(), 2U);
    EXPECT_EQ(book_.save(first).uid, first.uid) << "undo brings back the same one";
    EXPECT_TRUE(sound());
}

TEST_F(ReviewBookTest, AChangeOfSomebodyElseIsNotWrittenOver) {
    const Action stored = book_.save(action("first"));
    later();
    Action theirs = stored, ours = stored;
    theirs.owner = "Data";
    ours.owner = "Risk";
    book_.save(theirs);
    EXPECT_NE(complaint([&] { book_.save(ours); }).find("Somebody else changed"), std::string::npos);
    EXPECT_EQ(book_.actions(model_).front().owner, "Data");
}

TEST_F(ReviewBookTest, ExperimentsKeepWhatDidNotWork) {
    Experiment experiment;
    experiment.modelId = model_;
    experiment.hypothesis = "income by branch helps";
    experiment.finding = Finding::DoesNotWork;
    experiment.versions = {"v2b", "v2c"};
    Experiment kept = book_.save(experiment);
    later();
    kept.saved = "two weeks";
    kept = book_.save(kept);
    ASSERT_EQ(book_.experiments(model_).size(), 1U);
    EXPECT_EQ(book_.experiments(model_)[0].versions, experiment.versions);
    EXPECT_EQ(book_.experiments(model_)[0].finding, Finding::DoesNotWork);
    EXPECT_EQ(book_.experiments(model_)[0].saved, "two weeks");
    book_.removeExperiment(kept.uid);
    EXPECT_TRUE(book_.experiments(model_).empty());
    EXPECT_TRUE(sound());
}

TEST_F(ReviewBookTest, AMeetingGoesFromDraftToMinutes) {
    Meeting meeting = book_.save(draft());
    ASSERT_EQ(meeting.items.size(), usualAgenda().size());
    EXPECT_EQ(meeting.items[1].point, usualAgenda()[1]);
    EXPECT_FALSE(book_.running());
    meeting.attendees = {"Product", "Risk"};
    meeting.items[1].picks = {"a-1", "a-2"};
    meeting = book_.save(started(meeting, clock_.now()));
    EXPECT_EQ(meeting.attendees.size(), 2U);
    ASSERT_TRUE(book_.running());
    EXPECT_EQ(book_.running()->uid, meeting.uid);

    meeting.items[0].notes = "Income feed broke on Monday.";
    const SavedItemNotes saved = book_.saveNotes(meeting.uid, meeting.items[0]);
    EXPECT_FALSE(saved.both);
    meeting.items[0] = saved.kept;
    later(3);
    meeting = book_.save(nextItem(meeting, clock_.now()));
    EXPECT_EQ(meeting.current, 1U);
    EXPECT_EQ(meeting.items[0].notes, "Income feed broke on Monday.");
    EXPECT_EQ(meeting.items[0].spent, std::chrono::minutes(3));
    EXPECT_TRUE(meeting.items[0].done);
    EXPECT_EQ(meeting.items[1].picks.size(), 2U);
    later(2);
    book_.saveClock(clockRead(meeting, clock_.now()));
    EXPECT_EQ(book_.meeting(meeting.uid)->items[1].spent, std::chrono::minutes(2));
    EXPECT_EQ(book_.meeting(meeting.uid)->clockFrom, clock_.now());

    meeting = book_.save(closed(*book_.meeting(meeting.uid), clock_.now()));
    EXPECT_FALSE(book_.running());
    EXPECT_NE(complaint([&] { book_.save(meeting); }).find("closed"), std::string::npos);
    EXPECT_NE(complaint([&] { book_.saveNotes(meeting.uid, meeting.items[0]); }).find("closed"),
              std::string::npos);
    ASSERT_EQ(book_.meetings(model_).size(), 1U);
    EXPECT_EQ(book_.meetings(model_)[0].state, MeetingState::Closed);
    EXPECT_TRUE(sound());
}

TEST_F(ReviewBookTest, TwoWhoWriteNotesOnOnePointLoseNoWord) {
    Meeting meeting = book_.save(started(draft(), clock_.now()));
    AgendaItem ours = meeting.items[0], theirs = meeting.items[0];
    theirs.notes = "theirs";
    ours.notes = "ours";
    book_.saveNotes(meeting.uid, theirs);
    const SavedItemNotes saved = book_.saveNotes(meeting.uid, ours);
    EXPECT_TRUE(saved.both);
    EXPECT_EQ(saved.kept.notes, "theirs\n\nours");
    // A change of the agenda by somebody who has not seen the notes leaves them.
    Meeting moved = meeting;
    moved.items[0].point.minutes = 9;
    moved = book_.save(moved);
    EXPECT_EQ(moved.items[0].notes, "theirs\n\nours");
    EXPECT_EQ(moved.items[0].point.minutes, 9);
    moved.items.erase(moved.items.begin());
    EXPECT_NE(complaint([&] { book_.save(moved); }).find("has notes"), std::string::npos);
    EXPECT_EQ(book_.meeting(meeting.uid)->items.size(), usualAgenda().size()) << "all or nothing";
}

TEST_F(ReviewBookTest, AnEarlierSaveOfTheSameTypingIsNoOtherPersonsNote) {
    Meeting meeting = book_.save(started(draft(), clock_.now()));
    // A killed program saved "half" and never heard of it; "half a sentence" was kept aside with the old
    // revision.
    AgendaItem typed = meeting.items[0];
    typed.notes = "half";
    book_.saveNotes(meeting.uid, typed);
    typed.notes = "half a sentence";
    const SavedItemNotes saved = book_.saveNotes(meeting.uid, typed);
    EXPECT_FALSE(saved.both);
    EXPECT_EQ(saved.kept.notes, "half a sentence");
    // And the other way round: what stands there holds all of what comes.
    typed.notes = "half";
    EXPECT_EQ(book_.saveNotes(meeting.uid, typed).kept.notes, "half a sentence");
}

TEST_F(ReviewBookTest, TheAgendaOfAModelIsEditedAndKept) {
    EXPECT_EQ(book_.agenda(model_), usualAgenda());
    std::vector<AgendaPoint> ours = usualAgenda();
    ours[0].title = "Figures";
    ours.pop_back();
    book_.setAgenda(model_, ours, "Ann");
    EXPECT_EQ(book_.agenda(model_), ours);
    EXPECT_FALSE(complaint([&] { book_.setAgenda(model_, {}, "Ann"); }).empty());
    EXPECT_EQ(book_.agenda(model_), ours);
    EXPECT_TRUE(sound());
}

TEST_F(ReviewBookTest, OneMeetingRunsAtATime) {
    book_.save(started(draft("First"), clock_.now()));
    const Meeting second = book_.save(draft("Second"));
    EXPECT_NE(complaint([&] { book_.save(started(second, clock_.now())); }).find("First"), std::string::npos);
    book_.removeDraft(second.uid);
    EXPECT_EQ(book_.meetings(model_).size(), 1U);
    EXPECT_NE(complaint([&] { book_.removeDraft(book_.running()->uid); }).find("not begun"),
              std::string::npos);
    Meeting nameless = draft(" ");
    EXPECT_NE(complaint([&] { book_.save(nameless); }).find("title"), std::string::npos);
    nameless = draft();
    nameless.heldOn = "tomorrow";
    EXPECT_NE(complaint([&] { book_.save(nameless); }).find("2026-03-31"), std::string::npos);
}

TEST_F(ReviewBookTest, ATeamsOwnGlossaryStandsInPlaceOfOurs) {
    GlossaryReading reading;
    reading.term = "precision";
    reading.agreed = "of 100 refused, how many would have defaulted";
    book_.agree(reading);
    reading.agreed = "of 100 refused, how many were right";
    book_.agree(reading);
    ASSERT_EQ(book_.glossaryReadings().size(), 1U);
    EXPECT_EQ(book_.glossaryReadings()[0].agreed, "of 100 refused, how many were right");
    reading.agreed.clear();
    book_.agree(reading);
    EXPECT_TRUE(book_.glossaryReadings().empty()) << "empty gives the program's own back";
    reading.term = "no such term";
    EXPECT_NE(complaint([&] { book_.agree(reading); }).find("no such term"), std::string::npos);
}

TEST_F(ReviewBookTest, WhatIsChangedOutsideIsTold) {
    book_.decide(hold("v3 waits"));
    book_.save(draft());
    store_.reset();
    book_ = ReviewBook(nullptr);
    test::SqliteFile(file_).exec(
        "UPDATE decision SET title = 'v3 ships';"
        "UPDATE review_item SET notes = 'x' WHERE position = 0");
    store_ = Store::open(file_, OpenMode::ReadOnly, clock_);
    const auto damage = store_->check({});
    ASSERT_EQ(damage.size(), 2U);
}

}  // namespace
}  // namespace reckoner
