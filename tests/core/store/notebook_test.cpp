#include "core/store/notebook.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class NotebookTest : public testing::Test {
 protected:
    NotebookTest() {
        test::StagingBuilder staging(folder_ / "staging");
        fillBinaryRun(staging, test::numberedIds("s", 100));
        run_ = store_->publish(staging.staged(), {});
        model_ = store_->models()[0].id;
    }

    Annotation note(const std::string& sampleId, const std::string& text) const {
        Annotation note;
        note.modelId = model_;
        note.sampleId = sampleId;
        note.text = text;
        return note;
    }
    static Annotation full() {
        Annotation note;
        note.sampleId = "s1";
        note.text = "Income is missing";
        note.expected = "no";
        note.produced = "yes";
        note.happened = "Refused at the desk";
        note.user = "First-time buyer";
        note.context = "Our best region";
        note.action = "Ask for the payslip";
        note.owner = "Data team";
        note.tags = {"income missing", "thin file"};
        note.severity = Severity::High;
        note.cost = 120.5;
        note.status = CaseStatus::Explained;
        note.author = "Product";
        note.seenOnVersion = "1.0";
        return note;
    }
    Cohort cohort(const std::string& name) const {
        Cohort cohort;
        cohort.modelId = model_;
        cohort.name = name;
        cohort.expression = "country = 'DE'";
        cohort.value = "A third of revenue";
        cohort.owner = "Product";
        return cohort;
    }
    LabelCorrection correction(const std::string& sampleId, const std::string& corrected) const {
        LabelCorrection correction;
        correction.modelId = model_;
        correction.sampleId = sampleId;
        correction.corrected = corrected;
        correction.who = "Data team";
        return correction;
    }
    SignOff drawn(std::vector<RowIndex> rows) const {
        SignOff signOff;
        signOff.run = run_;
        signOff.seed = 0xFFFF'FFFF'FFFF'FFF0ULL;
        signOff.who = "Product";
        for (const RowIndex row : rows)
            signOff.items.push_back({row, std::nullopt});
        return signOff;
    }
    void later() { clock_.set(clock_.now() + std::chrono::seconds(1)); }
    void expectSound() const {
        for (const Damage& damage : store_->check({}))
            ADD_FAILURE() << damage.where << ": " << damage.sentence;
    }
    template <class F>
    static std::string refusal(F&& f) {
        try {
            f();
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::Usage);
            return error.what();
        }
        ADD_FAILURE() << "nothing was thrown";
        return {};
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::shared_ptr<Store> store_ = Store::create(folder_ / "a.reckoner", clock_);
    Notebook notebook_{store_};
    std::int64_t model_ = 0;
    RunId run_ = 0;
};

TEST_F(NotebookTest, ANoteComesBackWhole) {
    Annotation given = full();
    given.modelId = model_;
    const Annotation kept = notebook_.save(given).kept;
    EXPECT_NE(kept.id, 0);
    EXPECT_EQ(kept.uid.size(), 32U);
    EXPECT_EQ(kept.createdAt, "2026-03-04T05:06:07.089Z");
    EXPECT_EQ(kept.changedAt, kept.createdAt);
    EXPECT_EQ(kept.revision, 1);
    EXPECT_TRUE(sameContent(kept, given));
    EXPECT_EQ(kept.author, "Product");

    const auto reopened = Store::open(store_->file(), OpenMode::ReadOnly, clock_);
    EXPECT_EQ(Notebook(reopened).annotation(kept.id), kept);
    expectSound();
}

TEST_F(NotebookTest, AnEditKeepsWhoWroteItFirstAndWhen) {
    Annotation given = full();
    given.modelId = model_;
    Annotation kept = notebook_.save(given).kept;
    later();
    Annotation edit = kept;
    edit.text = "Income was never asked for";
    edit.author = "Somebody else";
    edit.changedBy = "Ben";
    edit.seenOnVersion = "2.0";
    edit.createdAt = "1999";
    const SavedNote saved = notebook_.save(edit);
    EXPECT_FALSE(saved.conflict);
    EXPECT_EQ(saved.kept.id, kept.id);
    EXPECT_EQ(saved.kept.text, "Income was never asked for");
    EXPECT_EQ(saved.kept.author, "Product");
    EXPECT_EQ(saved.kept.changedBy, "Ben");
    EXPECT_EQ(saved.kept.seenOnVersion, "1.0");
    EXPECT_EQ(saved.kept.createdAt, kept.createdAt);
    EXPECT_EQ(saved.kept.changedAt, "2026-03-04T05:06:08.089Z");
    EXPECT_EQ(saved.kept.revision, 2);
    EXPECT_EQ(notebook_.annotation(kept.id), saved.kept);
    // The author's own change is not somebody else's.
    edit = saved.kept;
    edit.text = "Income was asked for later";
    edit.changedBy = "Product";
    EXPECT_EQ(notebook_.save(edit).kept.changedBy, "");
    expectSound();
}

TEST_F(NotebookTest, NotesAreListedBySampleThenByCreation) {
    notebook_.save(note("s2", "first"));
    notebook_.save(note("s1", "second"));
    notebook_.save(note("s2", "third"));
    std::vector<std::string> texts;
    for (const Annotation& one : notebook_.annotations(model_))
        texts.push_back(one.text);
    EXPECT_EQ(texts, (std::vector<std::string>{"second", "first", "third"}));
    EXPECT_EQ(notebook_.annotationsOf(model_, "s2").size(), 2U);
    EXPECT_TRUE(notebook_.annotationsOf(model_, "s3").empty());
    EXPECT_TRUE(notebook_.annotationsOf(model_ + 1, "s2").empty());
}

TEST_F(NotebookTest, AnEditMadeElsewhereMeanwhileIsKeptBesideOurs) {
    const Annotation start = notebook_.save(note("s1", "start")).kept;
    Notebook elsewhere(Store::open(store_->file(), OpenMode::ReadWrite, clock_));
    Annotation theirs = start;
    theirs.text = "theirs";
    theirs = elsewhere.save(theirs).kept;

    Annotation ours = start;
    ours.text = "ours";
    const SavedNote saved = notebook_.save(ours);
    ASSERT_TRUE(saved.conflict);
    EXPECT_EQ(*saved.conflict, theirs);
    EXPECT_EQ(saved.kept.text, "ours");
    EXPECT_EQ(saved.kept.conflictWith, start.uid);
    EXPECT_NE(saved.kept.uid, start.uid);
    EXPECT_EQ(notebook_.annotation(start.id), theirs);
    // The same stale save again adds nothing.
    EXPECT_EQ(notebook_.save(ours).kept, saved.kept);
    EXPECT_EQ(notebook_.annotations(model_).size(), 2U);
    // Whoever goes on with what was kept goes on without a conflict.
    Annotation next = saved.kept;
    next.text = "ours, and more";
    EXPECT_FALSE(notebook_.save(next).conflict);
    expectSound();
}

TEST_F(NotebookTest, AnOldRevisionOfTheSameTextIsNoConflict) {
    const Annotation start = notebook_.save(note("s1", "start")).kept;
    Annotation edit = start;
    edit.text = "edited";
    const Annotation kept = notebook_.save(edit).kept;
    later();
    const SavedNote again = notebook_.save(edit);
    EXPECT_FALSE(again.conflict);
    EXPECT_EQ(again.kept, kept);
    // Emptying what somebody else has filled keeps theirs and adds no empty note.
    Annotation emptied = start;
    emptied.text = "";
    EXPECT_EQ(notebook_.save(emptied).conflict, kept);
    EXPECT_EQ(notebook_.annotations(model_).size(), 1U);
}

TEST_F(NotebookTest, ARemovedNoteComesBackAsItWas) {
    const Annotation first = notebook_.save(note("s1", "first")).kept;
    const Annotation second = notebook_.save(note("s1", "second")).kept;
    notebook_.remove(second.id);
    notebook_.remove(second.id);
    EXPECT_EQ(notebook_.annotations(model_).size(), 1U);
    expectSound();
    later();
    const SavedNote back = notebook_.save(second);
    EXPECT_FALSE(back.conflict);
    EXPECT_EQ(back.kept.id, second.id);
    EXPECT_EQ(back.kept.uid, second.uid);
    EXPECT_EQ(back.kept.createdAt, second.createdAt);
    EXPECT_TRUE(sameContent(back.kept, second));
    EXPECT_EQ(notebook_.annotation(first.id), first);
    expectSound();
}

TEST_F(NotebookTest, ANoteWhoseNumberWasTakenMeanwhileComesBackUnderAnother) {
    const Annotation gone = notebook_.save(note("s1", "gone")).kept;
    notebook_.remove(gone.id);
    const Annotation other = notebook_.save(note("s2", "other")).kept;
    ASSERT_EQ(other.id, gone.id);
    const Annotation back = notebook_.save(gone).kept;
    EXPECT_NE(back.id, other.id);
    EXPECT_EQ(notebook_.annotation(other.id), other);
    EXPECT_EQ(notebook_.annotation(back.id)->text, "gone");
    expectSound();
}

TEST_F(NotebookTest, TextsOfEveryKindComeBackByteForByte) {
    const std::string long100k(100'000, 'x');
    const std::vector<std::string> texts = {
        long100k,
        "<b>bold</b> <img src=\"http://example.org/x\"> &amp; </textarea>",
        "\xE2\x80\xAE right to left \xE2\x80\x8F \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 \xF0\x9F\x87\xA9\xF0\x9F\x87\xAA",
        "line\r\nbreaks\n\ttabs \x01\x1B[31m",
        "'); DROP TABLE annotation; --",
        "=HYPERLINK(\"x\")",
    };
    for (const std::string& text : texts) {
        Annotation given = note("s1", text);
        given.happened = text;
        const Annotation kept = notebook_.save(given).kept;
        EXPECT_TRUE(kept.text == text);
        EXPECT_TRUE(notebook_.annotation(kept.id)->text == text);
        EXPECT_TRUE(notebook_.annotation(kept.id)->happened == text);
    }
    // NUL and bytes that are no text show as U+FFFD.
    const Annotation kept = notebook_
                                .save(note("s1", std::string("a\0b\xFF"
                                                             "c",
                                                             5)))
                                .kept;
    EXPECT_EQ(notebook_.annotation(kept.id)->text,
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD"
              "c");
    expectSound();
}

TEST_F(NotebookTest, WhatCannotBeKeptIsRefusedWithAReason) {
    Annotation given = note("s1", "x");
    given.cost = std::numeric_limits<double>::quiet_NaN();
    EXPECT_NE(refusal([&] { notebook_.save(given); }).find("cost"), std::string::npos);
    EXPECT_NE(refusal([&] {
                  notebook_.save(note("s1", std::string(kLongestText + 1, 'x')));
              }).find("1000001 bytes"),
              std::string::npos);
    EXPECT_NE(refusal([&] { notebook_.save(note("", "x")); }).find("sample"), std::string::npos);
    given = note("s1", "x");
    given.modelId = 77;
    EXPECT_NE(refusal([&] { notebook_.save(given); }).find("no model 77"), std::string::npos);
    given = notebook_.save(note("s1", "x")).kept;
    given.sampleId = "s2";
    given.text = "y";
    EXPECT_NE(refusal([&] { notebook_.save(given); }).find("stays with its sample"), std::string::npos);
    given = note("s1", "x");
    given.id = 99;
    EXPECT_NE(refusal([&] { notebook_.save(given); }).find("no note 99"), std::string::npos);
    EXPECT_EQ(notebook_.annotations(model_).size(), 1U);
    expectSound();
}

TEST_F(NotebookTest, TagsKeepTheirOrder) {
    EXPECT_TRUE(notebook_.tags(model_).empty());
    notebook_.setTags(model_, {"wrong label", " thin file ", "", "wrong label", "income missing"});
    EXPECT_EQ(notebook_.tags(model_),
              (std::vector<std::string>{"wrong label", "thin file", "income missing"}));
    notebook_.setTags(model_, {"thin file", "wrong label"});
    EXPECT_EQ(notebook_.tags(model_), (std::vector<std::string>{"thin file", "wrong label"}));
    expectSound();
    notebook_.setTags(model_, {});
    EXPECT_TRUE(notebook_.tags(model_).empty());
    expectSound();
    refusal([&] { notebook_.setTags(model_ + 1, {"x"}); });
}

TEST_F(NotebookTest, CohortsAreNamedOnceChangedAndRemoved) {
    const Cohort zebra = notebook_.save(cohort("zebra"));
    const Cohort apple = notebook_.save(cohort(" apple "));
    EXPECT_EQ(notebook_.cohorts(model_), (std::vector<Cohort>{apple, zebra}));
    EXPECT_EQ(apple.name, "apple");
    EXPECT_EQ(apple.changedAt, "2026-03-04T05:06:07.089Z");

    EXPECT_NE(refusal([&] { notebook_.save(cohort("zebra")); }).find("zebra already"), std::string::npos);
    EXPECT_NE(refusal([&] { notebook_.save(cohort(" \n")); }).find("no name"), std::string::npos);
    Cohort renamed = apple;
    renamed.name = "zebra";
    refusal([&] { notebook_.save(renamed); });

    later();
    renamed.name = "pear";
    renamed.churn = "1,200 customers";
    const Cohort pear = notebook_.save(renamed);
    EXPECT_EQ(pear.id, apple.id);
    EXPECT_EQ(pear.churn, "1,200 customers");
    EXPECT_EQ(notebook_.cohorts(model_), (std::vector<Cohort>{pear, zebra}));
    // An edit from what was on the screen before is refused, not lost over the newer one.
    Cohort stale = apple;
    stale.value = "nothing";
    EXPECT_NE(refusal([&] { notebook_.save(stale); }).find("changed the cohort pear"), std::string::npos);

    notebook_.removeCohort(zebra.id);
    EXPECT_EQ(notebook_.cohorts(model_).size(), 1U);
    expectSound();
    EXPECT_EQ(notebook_.save(zebra).uid, zebra.uid);
    EXPECT_EQ(notebook_.cohorts(model_).size(), 2U);
    expectSound();
}

TEST_F(NotebookTest, TheNewestCorrectionOfASampleHolds) {
    notebook_.correct(correction("s2", "yes"));
    notebook_.correct(correction("s1", "yes"));
    later();
    LabelCorrection second = correction("s1", "no");
    second.why = "Paid after all";
    second = notebook_.correct(second);
    const auto inForce = notebook_.corrections(model_);
    ASSERT_EQ(inForce.size(), 2U);
    EXPECT_EQ(inForce[0].sampleId, "s1");
    EXPECT_EQ(inForce[0].corrected, "no");
    EXPECT_EQ(inForce[0].why, "Paid after all");
    EXPECT_EQ(inForce[0].id, second.id);
    EXPECT_EQ(inForce[1].sampleId, "s2");

    notebook_.correct(correction("s1", ""));
    EXPECT_EQ(notebook_.corrections(model_).size(), 1U);
    const auto history = notebook_.correctionHistory(model_, "s1");
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].corrected, "");
    EXPECT_EQ(history[2].corrected, "yes");
    EXPECT_NE(refusal([&] { notebook_.correct(correction("s1", "maybe")); }).find("its classes are no, yes"),
              std::string::npos);
    expectSound();
}

TEST_F(NotebookTest, AClockThatWasSetBackDoesNotBringAnOldCorrectionBack) {
    notebook_.correct(correction("s1", "yes"));
    clock_.set(clock_.now() - std::chrono::hours(24));
    notebook_.correct(correction("s1", "no"));
    EXPECT_EQ(notebook_.corrections(model_)[0].corrected, "no");
}

TEST_F(NotebookTest, ASignOffIsJudgedOneByOneUntilItIsFinished) {
    SignOff signOff = notebook_.startSignOff(drawn({7, 3, 99}));
    EXPECT_EQ(signOff.startedAt, "2026-03-04T05:06:07.089Z");
    EXPECT_EQ(signOff.finishedAt, "");
    later();
    notebook_.judge(signOff.id, 0, true);
    notebook_.judge(signOff.id, 2, false);
    SignOff now = notebook_.signOffs(run_).at(0);
    EXPECT_EQ(now.seed, 0xFFFF'FFFF'FFFF'FFF0ULL);
    EXPECT_EQ(now.who, "Product");
    ASSERT_EQ(now.items.size(), 3U);
    EXPECT_EQ(now.items[0].row, 7U);
    EXPECT_EQ(now.items[0].accepted, true);
    EXPECT_FALSE(now.items[1].accepted);
    EXPECT_EQ(now.items[2].accepted, false);
    EXPECT_EQ(now.finishedAt, "");
    notebook_.judge(signOff.id, 1, true);
    EXPECT_EQ(notebook_.signOffs(run_).at(0).finishedAt, "2026-03-04T05:06:08.089Z");
    notebook_.judge(signOff.id, 1, std::nullopt);
    now = notebook_.signOffs(run_).at(0);
    EXPECT_EQ(now.finishedAt, "");
    EXPECT_FALSE(now.items[1].accepted);
    expectSound();

    later();
    const SignOff second = notebook_.startSignOff(drawn({1}));
    EXPECT_EQ(notebook_.signOffs(run_).at(0).id, second.id);
    EXPECT_EQ(notebook_.signOffs(run_).size(), 2U);
    refusal([&] { notebook_.judge(signOff.id, 3, true); });
    refusal([&] { notebook_.judge(99, 0, true); });
    refusal([&] { notebook_.startSignOff(drawn({})); });
    refusal([&] { notebook_.startSignOff(drawn({100})); });
}

TEST_F(NotebookTest, ChangesOutsideTheProgramAreReported) {
    notebook_.save(note("s1", "mine"));
    notebook_.save(note("s2", "mine too"));
    notebook_.setTags(model_, {"a"});
    notebook_.save(cohort("all"));
    notebook_.correct(correction("s1", "yes"));
    const SignOff signOff = notebook_.startSignOff(drawn({1}));
    notebook_.judge(signOff.id, 0, true);
    expectSound();
    {
        test::SqliteFile file(store_->file());
        file.exec("UPDATE annotation SET text = 'theirs' WHERE sample_id = 's1'");
        file.exec("DELETE FROM tag");
        file.exec("UPDATE cohort SET expression = ''");
        file.exec("UPDATE label_correction SET corrected = 'no'");
        file.exec("UPDATE sign_off SET who = 'Eve'");
        file.exec("UPDATE sign_off_item SET accepted = 0");
    }
    const auto damages = store_->check({});
    for (const std::string table :
         {"annotation", "tag", "cohort", "label_correction", "sign_off", "sign_off_item"})
        EXPECT_EQ(std::count_if(damages.begin(), damages.end(),
                                [&](const Damage& damage) { return damage.where == table; }),
                  1)
            << table;
}

TEST_F(NotebookTest, AStoreOpenedForReadingTakesNoNote) {
    Notebook reader(Store::open(store_->file(), OpenMode::ReadOnly, clock_));
    const std::string before = test::bytesOf(store_->file());
    EXPECT_THROW(reader.save(note("s1", "x")), Error);
    EXPECT_EQ(test::bytesOf(store_->file()), before);
}

TEST_F(NotebookTest, EverybodysCommitsAreCounted) {
    const auto elsewhere = Store::open(store_->file(), OpenMode::ReadWrite, clock_);
    const auto reader = Store::open(store_->file(), OpenMode::ReadOnly, clock_);
    std::uint64_t ours = store_->changeCount();
    std::uint64_t read = reader->changeCount();
    EXPECT_EQ(store_->changeCount(), ours);

    const Annotation kept = Notebook(elsewhere).save(note("s1", "x")).kept;
    EXPECT_GT(store_->changeCount(), ours);
    EXPECT_GT(reader->changeCount(), read);
    ours = store_->changeCount();
    notebook_.save(note("s2", "y"));
    EXPECT_GT(store_->changeCount(), ours);
    // Saving what is there already is no change.
    ours = store_->changeCount();
    notebook_.save(kept);
    store_->models();
    EXPECT_EQ(store_->changeCount(), ours);
    {
        test::SqliteFile writer(store_->file());
        writer.exec("BEGIN EXCLUSIVE");
        EXPECT_EQ(store_->changeCount(), ours);
        writer.exec("COMMIT");
    }
    EXPECT_EQ(store_->changeCount(), ours);
}

}  // namespace
}  // namespace reckoner
