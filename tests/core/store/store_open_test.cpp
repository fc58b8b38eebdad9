// Opening what is not, or no longer, or not yet a store of ours: refused with a sentence, not a byte changed.
#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/store/migrations.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

class StoreOpenTest : public testing::Test {
 protected:
    StoreOpenTest() : file_(folder_ / "shop.reckoner") {}

    // A store with one run, closed.
    void makeStore() {
        const auto store = Store::create(file_, clock_);
        test::StagingBuilder staging(outside_ / "staging");
        test::fillBinaryRun(staging, test::numberedIds("s", 5'000));
        store->publish(staging.staged(), {});
    }

    std::string refusal(OpenMode mode) {
        const auto before = test::snapshot(folder_.path());
        std::string sentence;
        try {
            Store::open(file_, mode, clock_);
            ADD_FAILURE() << "it was opened";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::Store);
            sentence = error.what();
        }
        EXPECT_TRUE(before == test::snapshot(folder_.path())) << "the folder changed";
        return sentence;
    }

    void expectRefused(const std::string& part) {
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            const std::string sentence = refusal(mode);
            EXPECT_NE(sentence.find(part), std::string::npos) << sentence;
            EXPECT_NE(sentence.find("shop.reckoner"), std::string::npos) << sentence;
            EXPECT_EQ(sentence.back(), '.') << sentence;
        }
    }

    void tamper(const std::string& sql) {
        makeStore();
        test::SqliteFile(file_).exec(sql);
    }

    test::TemporaryFolder folder_;
    test::TemporaryFolder outside_;
    fs::path file_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
};

TEST_F(StoreOpenTest, MissingFile) {
    expectRefused("There is no store");
    EXPECT_FALSE(fs::exists(file_));
}

TEST_F(StoreOpenTest, Folder) {
    fs::create_directory(file_);
    test::writeBytes(file_ / "inside", "x");
    expectRefused("is a folder");
}

TEST_F(StoreOpenTest, EmptyFile) {
    test::writeBytes(file_, "");
    expectRefused("is empty");
}

TEST_F(StoreOpenTest, TextFile) {
    test::writeBytes(file_, "id,label,score\n1,yes,0.9\n");
    expectRefused("is not a Reckoner store");
}

TEST_F(StoreOpenTest, Fifo) {
    ASSERT_EQ(mkfifo(file_.c_str(), 0600), 0);
    const std::string sentence = [&] {
        try {
            Store::open(file_, OpenMode::ReadOnly, clock_);
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    }();
    EXPECT_NE(sentence.find("is not a file"), std::string::npos) << sentence;
}

TEST_F(StoreOpenTest, DatabaseOfAnotherProgram) {
    test::SqliteFile(file_).exec("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x')");
    expectRefused("another program");
}

TEST_F(StoreOpenTest, NewerStore) {
    tamper("PRAGMA user_version = 99");
    expectRefused("written by a newer Reckoner (schema 99, this one knows " +
                  std::to_string(schemaVersion()) + "): update Reckoner.");
}

TEST_F(StoreOpenTest, StoreWithoutVersion) {
    tamper("PRAGMA user_version = 0");
    expectRefused("does not say which schema");
}

TEST_F(StoreOpenTest, TruncatedAnywhere) {
    makeStore();
    const std::string whole = test::bytesOf(file_);
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{15}, std::size_t{16}, std::size_t{60}, std::size_t{100},
          std::size_t{8'192}, whole.size() / 2, whole.size() - 1}) {
        test::writeBytes(file_, whole.substr(0, size));
        expectRefused(size < 16 ? "is not a Reckoner store" : "is cut off");
    }
}

TEST_F(StoreOpenTest, GarbageBehindAGoodHeader) {
    makeStore();
    std::string bytes = test::bytesOf(file_);
    std::fill(bytes.begin() + 100, bytes.begin() + 8'192, '\x5A');
    test::writeBytes(file_, bytes);
    expectRefused("damaged");
}

TEST_F(StoreOpenTest, WriteAheadMode) {
    tamper("PRAGMA journal_mode = WAL");
    expectRefused("write-ahead");
}

TEST_F(StoreOpenTest, AddedTrigger) {
    tamper("CREATE TRIGGER evil AFTER INSERT ON run BEGIN DELETE FROM run; END");
    expectRefused("the trigger evil was added");
}

TEST_F(StoreOpenTest, AddedView) {
    tamper("CREATE VIEW spy AS SELECT * FROM run");
    expectRefused("the view spy was added");
}

TEST_F(StoreOpenTest, TableReplacedByAView) {
    tamper("DROP TABLE setting; CREATE VIEW setting AS SELECT 'theme' AS key, 'dark' AS value");
    expectRefused("view setting");
}

TEST_F(StoreOpenTest, AddedTable) {
    tamper("CREATE TABLE more (a)");
    expectRefused("the table more was added");
}

TEST_F(StoreOpenTest, VirtualTable) {
    tamper("CREATE VIRTUAL TABLE words USING fts5(x)");
    expectRefused("was added");
}

TEST_F(StoreOpenTest, ChangedTable) {
    tamper("ALTER TABLE policy ADD COLUMN secret TEXT");
    expectRefused("the table policy was changed");
}

TEST_F(StoreOpenTest, MissingTableAndIndex) {
    tamper("DROP TABLE remembered_role");
    expectRefused("missing");
    fs::remove(file_);
    tamper("DROP INDEX run_by_version");
    expectRefused("the index run_by_version is missing");
}

TEST_F(StoreOpenTest, SchemaTextInOtherWhiteSpaceIsOurs) {
    tamper(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, char(10), char(13) || "
        "char(10) || ' ')");
    EXPECT_EQ(Store::open(file_, OpenMode::ReadWrite, clock_)->runs().size(), 1U);
}

TEST_F(StoreOpenTest, CreateNeverReplacesAFile) {
    test::writeBytes(file_, "mine");
    EXPECT_THROW(Store::create(file_, clock_), Error);
    EXPECT_EQ(test::bytesOf(file_), "mine");
    EXPECT_EQ(test::snapshot(folder_.path()).size(), 1U);
    EXPECT_THROW(Store::create(folder_ / "no" / "folder.reckoner", clock_), Error);
}

TEST_F(StoreOpenTest, OpenOrCreateDoesEither) {
    EXPECT_TRUE(Store::openOrCreate(file_, clock_)->models().empty());
    EXPECT_EQ(test::snapshot(folder_.path()).size(), 1U);
    Store::openOrCreate(file_, clock_)->setSetting("a", "b");
    EXPECT_EQ(Store::openOrCreate(file_, clock_)->setting("a"), "b");
}

TEST_F(StoreOpenTest, AReadOnlyStoreIsNeverWritten) {
    makeStore();
    const auto before = test::snapshot(folder_.path());
    {
        const auto store = Store::open(file_, OpenMode::ReadOnly, clock_);
        EXPECT_TRUE(store->readOnly());
        EXPECT_EQ(store->runs().size(), 1U);
        EXPECT_THROW(store->setSetting("a", "b"), Error);
        EXPECT_TRUE(store->check({}).empty());
    }
    EXPECT_TRUE(before == test::snapshot(folder_.path()));
}

TEST_F(StoreOpenTest, AStoreThatWasReplacedOrMovedIsNotWritten) {
    makeStore();
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    EXPECT_EQ(store->runs().size(), 1U);
    fs::rename(file_, folder_ / "moved.reckoner");
    const std::string moved = test::bytesOf(folder_ / "moved.reckoner");
    EXPECT_THROW(store->setSetting("a", "b"), Error);
    test::writeBytes(file_, moved);
    try {
        store->setSetting("a", "b");
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("was replaced"), std::string::npos) << error.what();
    }
    EXPECT_EQ(test::bytesOf(file_), moved);
    EXPECT_EQ(test::bytesOf(folder_ / "moved.reckoner"), moved);
    fs::remove(file_);
    fs::rename(folder_ / "moved.reckoner", file_);
    store->setSetting("a", "b");
    EXPECT_EQ(store->setting("a"), "b");
}

TEST_F(StoreOpenTest, AStoreInUseByAnotherProgramSaysSo) {
    makeStore();
    test::SqliteFile other(file_);
    other.exec("BEGIN EXCLUSIVE");
    expectRefused("is in use by another program");
    other.exec("ROLLBACK");
    EXPECT_EQ(Store::open(file_, OpenMode::ReadWrite, clock_)->runs().size(), 1U);
}

// What a killed writer leaves: pages half written and a journal with what they were.
class HotJournalTest : public StoreOpenTest {
 protected:
    void SetUp() override {
        makeStore();
        const fs::path journal = file_.string() + "-journal";
        std::string halfWritten, journalBytes;
        {
            test::SqliteFile writer(file_);
            writer.exec(
                "PRAGMA cache_size = 1; BEGIN; UPDATE run_column SET name = name || 'x';"
                "UPDATE run SET notes = 'half'; UPDATE column_chunk SET bytes = zeroblob(9000);"
                "INSERT INTO setting SELECT 'k' || id, hex(zeroblob(3000)) FROM column_chunk");
            halfWritten = test::bytesOf(file_);
            journalBytes = test::bytesOf(journal);
            writer.exec("ROLLBACK");
        }
        whole_ = test::bytesOf(file_);
        ASSERT_FALSE(journalBytes.empty());
        ASSERT_NE(halfWritten, whole_);
        test::writeBytes(file_, halfWritten);
        test::writeBytes(journal, journalBytes);
    }
    std::string whole_;
};

TEST_F(HotJournalTest, OpeningForWritingPutsTheStoreRight) {
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    EXPECT_EQ(store->runs().size(), 1U);
    EXPECT_EQ(store->runs()[0].info.notes, "");
    EXPECT_TRUE(store->check({}).empty());
    EXPECT_FALSE(fs::exists(file_.string() + "-journal"));
}

TEST_F(HotJournalTest, OpeningForReadingPutsTheStoreRightWhereItMay) {
    EXPECT_EQ(Store::open(file_, OpenMode::ReadOnly, clock_)->runs()[0].info.notes, "");
    EXPECT_EQ(test::bytesOf(file_), whole_);
}

TEST_F(HotJournalTest, AStoreThatIsOpenPutsRightWhatAnotherProgramLeft) {
    const std::string halfWritten = test::bytesOf(file_);
    const std::string journal = test::bytesOf(file_.string() + "-journal");
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto store = Store::open(file_, mode, clock_);
        EXPECT_EQ(store->runs().size(), 1U);
        {
            std::fstream file(file_, std::ios::in | std::ios::out | std::ios::binary);
            file << halfWritten;
        }
        test::writeBytes(file_.string() + "-journal", journal);
        EXPECT_EQ(store->runs()[0].info.notes, "");
        EXPECT_TRUE(store->check({}).empty());
    }
}

// Whoever may not write in the folder and to the file.
class UnprivilegedTest : public StoreOpenTest {
 protected:
    // What f() says when it is called by a user without special rights.
    template <class F>
    std::string asNobody(F&& f) {
        fs::permissions(folder_.path(), fs::perms::others_read | fs::perms::others_exec,
                        fs::perm_options::add);
        int channel[2];
        if (pipe(channel) != 0) return "pipe failed";
        const pid_t child = fork();
        if (child == 0) {
            std::string said;
            if (geteuid() == 0 && (setegid(65'534) != 0 || seteuid(65'534) != 0)) said = "seteuid failed";
            try {
                if (said.empty()) said = f();
            } catch (const Error& error) {
                said = error.what();
            }
            const ssize_t put = write(channel[1], said.data(), said.size());
            _exit(put == static_cast<ssize_t>(said.size()) ? 0 : 1);
        }
        close(channel[1]);
        std::string said(4'096, '\0');
        const ssize_t got = read(channel[0], said.data(), said.size());
        said.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        close(channel[0]);
        int status = 0;
        waitpid(child, &status, 0);
        return said;
    }
};

TEST_F(UnprivilegedTest, AFileThatCanOnlyBeReadIsReadButNotWritten) {
    makeStore();
    fs::permissions(file_, fs::perms::owner_read | fs::perms::others_read, fs::perm_options::replace);
    const auto before = test::snapshot(folder_.path());
    EXPECT_NE(asNobody([&] {
                  Store::open(file_, OpenMode::ReadWrite, clock_);
                  return std::string("opened");
              }).find("can only be read"),
              std::string::npos);
    EXPECT_EQ(asNobody([&] {
                  const auto store = Store::open(file_, OpenMode::ReadOnly, clock_);
                  return std::to_string(store->runs().size());
              }),
              "1");
    EXPECT_TRUE(before == test::snapshot(folder_.path()));
}

TEST_F(UnprivilegedTest, AFolderThatCannotBeWrittenIsTold) {
    makeStore();
    fs::permissions(file_, fs::perms::all, fs::perm_options::replace);
    fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec, fs::perm_options::replace);
    EXPECT_NE(asNobody([&] {
                  Store::open(file_, OpenMode::ReadWrite, clock_);
                  return std::string("opened");
              }).find("folder you may not write in"),
              std::string::npos);
    EXPECT_NE(asNobody([&] {
                  Store::create(file_.string() + "2", clock_);
                  return std::string("created");
              }).find("cannot be written"),
              std::string::npos);
    fs::permissions(folder_.path(), fs::perms::owner_all, fs::perm_options::replace);
}

TEST_F(UnprivilegedTest, AHotJournalThatCannotBeRolledBackIsTold) {
    makeStore();
    {
        test::SqliteFile writer(file_);
        writer.exec(
            "PRAGMA cache_size = 1; BEGIN; UPDATE column_chunk SET bytes = zeroblob(9000);"
            "INSERT INTO setting SELECT 'k' || id, hex(zeroblob(3000)) FROM column_chunk");
        fs::copy_file(file_, outside_ / "half");
        fs::copy_file(file_.string() + "-journal", outside_ / "half-journal");
    }
    fs::copy_file(outside_ / "half", file_, fs::copy_options::overwrite_existing);
    fs::copy_file(outside_ / "half-journal", file_.string() + "-journal");
    for (const fs::path& one : {file_, fs::path(file_.string() + "-journal")})
        fs::permissions(one, fs::perms::owner_read | fs::perms::others_read, fs::perm_options::replace);
    const auto before = test::snapshot(folder_.path());
    EXPECT_NE(asNobody([&] {
                  Store::open(file_, OpenMode::ReadOnly, clock_);
                  return std::string("opened");
              }).find("open it once with write permission"),
              std::string::npos);
    EXPECT_TRUE(before == test::snapshot(folder_.path()));
}

// Closing any descriptor of a file drops all locks a process holds on it (POSIX): looking at the header while
// a transaction is open would let another program write into it.
TEST_F(StoreOpenTest, OpeningAStoreAgainKeepsTheLocksOfTheFirst) {
    makeStore();
    const auto store = Store::open(file_, OpenMode::ReadWrite, clock_);
    test::StagingBuilder staging(outside_ / "again");
    test::fillBinaryRun(staging, test::numberedIds("s", 100'000));
    staging.run().version = "2.0";
    const std::string write = "sqlite3 '" + file_.string() + "' 'BEGIN IMMEDIATE; ROLLBACK' >/dev/null 2>&1";
    ASSERT_EQ(std::system(write.c_str()), 0);
    int tries = 0;
    const TaskContext context({}, [&](double fraction, std::string_view) {
        if (fraction < 0.2 || tries > 0) return;
        ++tries;
        EXPECT_NO_THROW(Store::open(file_, OpenMode::ReadOnly, clock_)->models());
        EXPECT_NE(std::system(write.c_str()), 0) << "another program could write into our transaction";
    });
    store->publish(staging.staged(), context);
    EXPECT_EQ(tries, 1);
    EXPECT_EQ(store->runs().size(), 2U);
    EXPECT_EQ(std::system(write.c_str()), 0);
}

}  // namespace
}  // namespace reckoner
