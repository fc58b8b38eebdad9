#include "core/store/merge_annotations.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/store/store.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class MergeAnnotationsTest : public testing::Test {
 protected:
    struct Side {
        std::shared_ptr<Store> store;
        Notebook notebook;
        std::int64_t model = 0;
    };
    Side side(const std::string& name) {
        const auto store = Store::create(folder_ / (name + ".reckoner"), clock_);
        test::StagingBuilder staging(folder_ / (name + " staging"));
        fillBinaryRun(staging, test::numberedIds("s", 10));
        store->publish(staging.staged(), {});
        return {store, Notebook(store), store->models()[0].id};
    }
    static Annotation note(const Side& side, const std::string& sampleId, const std::string& text) {
        Annotation note;
        note.modelId = side.model;
        note.sampleId = sampleId;
        note.text = text;
        return note;
    }
    static std::vector<std::string> texts(const Side& side) {
        std::vector<std::string> texts;
        for (const Annotation& note : side.notebook.annotations(side.model))
            texts.push_back(note.sampleId + " " + note.text);
        return texts;
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
};

TEST_F(MergeAnnotationsTest, NotesComeAsTheyWereWritten) {
    Side a = side("a"), b = side("b");
    Annotation given = note(a, "s1", "x");
    given.author = "Product";
    given.tags = {"new tag"};
    given = a.notebook.save(given).kept;
    given.text = "y";
    given = a.notebook.save(given).kept;
    b.notebook.setTags(b.model, {"known"});

    clock_.set(clock_.now() + std::chrono::hours(1));
    const auto merged = b.notebook.merge({given});
    EXPECT_EQ(merged.added, 1U);
    Annotation got = b.notebook.annotations(b.model).at(0);
    got.id = given.id;
    EXPECT_EQ(got, given);
    EXPECT_EQ(b.notebook.tags(b.model), (std::vector<std::string>{"known", "new tag"}));
    EXPECT_EQ(b.notebook.merge({given}).unchanged, 1U);
    EXPECT_TRUE(b.store->check({}).empty());
}

TEST_F(MergeAnnotationsTest, BothSidesOfAConflictAreKeptOnceInEveryStore) {
    Side a = side("a"), b = side("b");
    const Annotation start = a.notebook.save(note(a, "s1", "start")).kept;
    b.notebook.merge({start});
    Annotation ours = start;
    ours.text = "ours";
    ours = a.notebook.save(ours).kept;
    Annotation theirs = b.notebook.annotations(b.model).at(0);
    theirs.text = "theirs";
    theirs = b.notebook.save(theirs).kept;

    const auto merged = a.notebook.merge({theirs});
    ASSERT_EQ(merged.conflicts.size(), 1U);
    EXPECT_EQ(merged.conflicts[0].text, "theirs");
    EXPECT_EQ(merged.conflicts[0].conflictWith, start.uid);
    EXPECT_EQ(texts(a), (std::vector<std::string>{"s1 ours", "s1 theirs"}));
    // However often they are exchanged, in either direction.
    for (int i = 0; i < 3; ++i) {
        b.notebook.merge(a.notebook.annotations(a.model));
        a.notebook.merge(b.notebook.annotations(b.model));
    }
    EXPECT_EQ(texts(a), (std::vector<std::string>{"s1 ours", "s1 theirs"}));
    EXPECT_EQ(texts(b), (std::vector<std::string>{"s1 theirs", "s1 ours"}));
    EXPECT_TRUE(a.store->check({}).empty());
}

TEST_F(MergeAnnotationsTest, NotesWithoutUidAreTheSameWhenTheySayTheSame) {
    Side a = side("a");
    const std::vector<Annotation> given = {note(a, "s1", "x"), note(a, "s1", "x"), note(a, "s2", "x")};
    const auto merged = a.notebook.merge(given);
    EXPECT_EQ(merged.added, 2U);
    EXPECT_EQ(merged.unchanged, 1U);
    EXPECT_EQ(a.notebook.merge(given).unchanged, 3U);
    EXPECT_EQ(a.notebook.annotations(a.model).at(0).createdAt, "2026-03-04T05:06:07.089Z");
}

TEST_F(MergeAnnotationsTest, OneBadNoteKeepsAllOut) {
    Side a = side("a");
    Annotation stranger = note(a, "s2", "x");
    stranger.modelId = 77;
    EXPECT_THROW(a.notebook.merge({note(a, "s1", "x"), stranger}), Error);
    EXPECT_TRUE(a.notebook.annotations(a.model).empty());
    Annotation forged = note(a, "s3", "x");
    forged.createdAt = "<b>yesterday</b>";
    forged.revision = -5;
    a.notebook.merge({forged});
    EXPECT_EQ(a.notebook.annotations(a.model).at(0).createdAt, "2026-03-04T05:06:07.089Z");
    EXPECT_EQ(a.notebook.annotations(a.model).at(0).revision, 1);
}

}  // namespace
}  // namespace reckoner
