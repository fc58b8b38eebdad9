// What is typed survives: killed, on a full or broken disk, beside another program.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>

#include <sys/wait.h>
#include <unistd.h>

#include "core/base/random.h"
#include "tests/fault/note_scene.h"
#include "tests/support/kill_harness.h"

namespace reckoner {
namespace {

using test::FaultKind;

constexpr int kNoteKills = 30;

// Another program that saves the notes first, first + 1, ... and says each number once it is saved.
class NoteSaver {
 public:
    NoteSaver(const test::NoteScene& scene, int first, int count) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
        child_ = fork();
        if (child_ < 0) throw std::runtime_error("fork");
        if (child_ == 0) _exit(work(scene, first, count, ends[1]));
        close(ends[1]);
        said_ = ends[0];
    }
    ~NoteSaver() {
        if (!waited_) end();
        close(said_);
    }
    NoteSaver(const NoteSaver&) = delete;
    NoteSaver& operator=(const NoteSaver&) = delete;

    void killIt() const { kill(child_, SIGKILL); }
    // The next number it says; -1: it says no more.
    int next() const {
        int number = -1;
        ssize_t got = 0;
        while ((got = read(said_, &number, sizeof(number))) < 0 && errno == EINTR) {
        }
        return got == sizeof(number) ? number : -1;
    }
    int end() {
        int status = 0;
        while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
        }
        waited_ = true;
        return status;
    }

 private:
    static int work(const test::NoteScene& scene, int first, int count, int say) {
        try {
            Notebook notebook(Store::open(scene.store(), OpenMode::ReadWrite, scene.clock()));
            for (int n = first; n < first + count; ++n) {
                notebook.save(test::NoteScene::note(n));
                if (write(say, &n, sizeof(n)) != sizeof(n)) return 2;
            }
        } catch (const std::exception&) {
            return 1;
        }
        return 0;
    }

    pid_t child_ = 0;
    int said_ = -1;
    bool waited_ = false;
};

void pauseFor(std::uint64_t microseconds) {
    timespec left{static_cast<time_t>(microseconds / 1'000'000),
                  static_cast<long>(microseconds % 1'000'000 * 1'000)};
    while (nanosleep(&left, &left) != 0) {
    }
}

TEST(NoteSaves, NothingSaidSavedIsLostHoweverTheSaverIsKilled) {
    const test::NoteScene scene;
    Random random(20260304);
    std::size_t kept = 0;
    for (int i = 0; i < kNoteKills; ++i) {
        SCOPED_TRACE(i);
        scene.reset();
        NoteSaver saver(scene, 1, 1'000);
        std::vector<std::string> said = {"s0"};
        // Most are killed some way into their work, some at its very beginning.
        if (i % 5 != 0) said.push_back("s" + std::to_string(saver.next()));
        pauseFor(random.below(60'000));
        saver.killIt();
        saver.end();
        for (int n = saver.next(); n >= 0; n = saver.next())
            said.push_back("s" + std::to_string(n));
        const std::vector<std::string> there = scene.expectWholeNotes();
        for (const std::string& sample : said)
            EXPECT_NE(std::find(there.begin(), there.end(), sample), there.end()) << sample;
        // The last may have been saved and not said any more.
        EXPECT_LE(there.size(), said.size() + 1);
        kept += said.size();
    }
    EXPECT_GE(kept, static_cast<std::size_t>(kNoteKills) * 8 / 5);
}

TEST(NoteSaves, ANoteIsThereWholeOrNotAtAllWhereverTheProgramIsKilled) {
    const test::NoteScene scene;
    const auto began = std::chrono::steady_clock::now();
    ASSERT_EQ(scene.import({}).exitCode, 0);
    const auto took = std::chrono::steady_clock::now() - began;
    const auto calls = static_cast<int>(test::countedCalls(scene.log()).size());
    int killed = 0;
    for (const test::KillMoment& moment : test::killMoments(
             calls, std::chrono::duration_cast<std::chrono::microseconds>(took), kNoteKills, 7)) {
        SCOPED_TRACE(moment.describe());
        scene.reset();
        const auto result = test::runAndKill(RECKONER_CLI, scene.arguments(), scene.options(), moment);
        killed += result.exitCode == 0 ? 0 : 1;
        const auto there = scene.expectWholeNotes();
        EXPECT_GE(there.size(), result.exitCode == 0 ? 2U : 1U);
        EXPECT_EQ(there[0], "s0");
    }
    EXPECT_GE(killed, kNoteKills / 2);
}

class NoteSaveFails : public testing::TestWithParam<FaultKind> {};

TEST_P(NoteSaveFails, TheStoreIsAsItWasAndItIsSaid) {
    const test::NoteScene scene;
    ASSERT_EQ(scene.import({}).exitCode, 0);
    const std::vector<std::string> calls = test::countedCalls(scene.log());
    int refused = 0;
    for (int place = 1; place <= static_cast<int>(calls.size()); ++place) {
        const std::string& call = calls[static_cast<std::size_t>(place - 1)];
        // The backup before the first write of the day writes every page; some of them stand for all.
        if (call.find("daily") != std::string::npos && place % 16 != 0) continue;
        SCOPED_TRACE(call + ", change " + std::to_string(place));
        scene.reset();
        const auto result = scene.import({GetParam(), place});
        EXPECT_TRUE(result.exitCode == 0 || result.exitCode == 4) << result.exitCode << result.err;
        if (result.exitCode == 0) {
            EXPECT_EQ(scene.expectWholeNotes().size(), 2U);
            continue;
        }
        ++refused;
        EXPECT_TRUE(result.err.find("nothing was changed") != std::string::npos ||
                    result.err.find("cannot be opened") != std::string::npos)
            << result.err;
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
        EXPECT_EQ(scene.expectWholeNotes().size(), 1U);
        EXPECT_TRUE(scene.unchanged());
    }
    EXPECT_GE(refused, 5);
}

INSTANTIATE_TEST_SUITE_P(Faults, NoteSaveFails,
                         testing::Values(FaultKind::NoSpace, FaultKind::IoError, FaultKind::Full),
                         [](const auto& test) { return test::name(test.param); });

TEST(NoteSaves, TwoProgramsWriteAtOnce) {
    const test::NoteScene scene;
    constexpr int notes = 20;
    NoteSaver first(scene, 1, notes);
    NoteSaver second(scene, 101, notes);
    EXPECT_EQ(first.end(), 0);
    EXPECT_EQ(second.end(), 0);
    EXPECT_EQ(scene.expectWholeNotes().size(), 1U + 2 * notes);
}

}  // namespace
}  // namespace reckoner
