// An entry of the costs is there with all its figures or not there at all, wherever the program is killed or
// the disk ends.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/random.h"
#include "core/store/cost_ledger.h"
#include "core/store/store.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

constexpr int kCostKills = 40;

class CostScene {
 public:
    CostScene() {
        {
            const auto store = Store::create(folder_ / "base.reckoner", clock_);
            test::StagingBuilder staging(folder_ / "staging");
            fillBinaryRun(staging, test::numberedIds("s", 50));
            store->publish(staging.staged(), {});
            CostLedger(store).add(entry(0));
        }
        test::SqliteFile(folder_ / "base.reckoner").exec("VACUUM");
        before_ = test::bytesOf(folder_ / "base.reckoner");
        reset();
    }

    std::filesystem::path store() const { return folder_ / "data/a.reckoner"; }
    std::size_t size() const { return before_.size(); }
    void reset() const {
        std::filesystem::remove_all(folder_ / "data");
        std::filesystem::create_directories(folder_ / "data");
        test::writeBytes(store(), before_);
    }

    // The n-th entry: every figure tells which one it is, and the reason needs pages of its own.
    static CostModelRow entry(int n) {
        CostModelRow row;
        row.modelId = 1;
        row.who = "Kim";
        row.why = std::string(20'000, static_cast<char>('a' + n % 26)) + std::to_string(n);
        row.scenario = n % 3 == 0 ? std::string(kLikelyScenario) : "bad year";
        row.costs.currency = "EUR";
        row.costs.fn = {n + 1.0, 0, {}};
        row.costs.fp = {n + 0.5, 0, {}};
        row.costs.review = n + 0.25;
        row.costs.volumePerPeriod = 1000.0 + n;
        row.costs.reviewCapacity = 100.0 + n;
        row.words.missedMany = "missed in " + std::to_string(n);
        return row;
    }

    // Saves entries 1, 2, ... in another program and says each number once it is saved. most: a file can grow
    // to so many bytes; 0: without end. Returns the end to listen at.
    int save(pid_t& child, rlim_t most) const {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
        child = fork();
        if (child < 0) throw std::runtime_error("fork");
        if (child == 0) {
            if (most > 0) {
                const rlimit limit{most, most};
                signal(SIGXFSZ, SIG_IGN);
                if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(3);
            }
            _exit(work(ends[1]));
        }
        close(ends[1]);
        return ends[0];
    }

    // How many entries there are: the first ones, each whole, and nothing is damaged.
    int expectWhole() const {
        const auto opened = Store::open(store(), OpenMode::ReadWrite, clock_);
        for (const Damage& damage : opened->check({}))
            ADD_FAILURE() << damage.where << ": " << damage.sentence;
        const std::vector<CostModelRow> rows = CostLedger(opened).book(1).history();
        const int there = static_cast<int>(rows.size());
        for (int n = 0; n < there; ++n) {
            CostModelRow expected = entry(n);
            const CostModelRow& row = rows[static_cast<std::size_t>(there - 1 - n)];
            expected.id = row.id;
            expected.at = row.at;
            EXPECT_TRUE(row == expected) << "entry " << n;
        }
        return there;
    }

 private:
    int work(int say) const {
        try {
            CostLedger ledger(Store::open(store(), OpenMode::ReadWrite, clock_));
            for (int n = 1; n < 1'000; ++n) {
                ledger.add(entry(n));
                if (write(say, &n, sizeof(n)) != sizeof(n)) return 2;
            }
        } catch (const std::exception&) {
            return 1;
        }
        return 0;
    }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::string before_;
};

// The last number said; 0: none.
int lastSaid(int from) {
    int number = 0, last = 0;
    ssize_t got = 0;
    while ((got = read(from, &number, sizeof(number))) == sizeof(number) || (got < 0 && errno == EINTR))
        if (got > 0) last = number;
    close(from);
    return last;
}

int endOf(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

TEST(CostsSaved, AreThereWholeOrNotAtAllWhereverTheProgramIsKilled) {
    const CostScene scene;
    Random random(20261123);
    int saved = 0;
    for (int i = 0; i < kCostKills; ++i) {
        SCOPED_TRACE(i);
        scene.reset();
        pid_t child = 0;
        const int ear = scene.save(child, 0);
        // Most are killed some way into their work, some at its very beginning.
        int first = 0;
        if (i % 5 != 0) {
            ASSERT_EQ(read(ear, &first, sizeof(first)), static_cast<ssize_t>(sizeof(first)));
        }
        const timespec pause{0, static_cast<long>(random.below(60'000'000))};
        nanosleep(&pause, nullptr);
        kill(child, SIGKILL);
        endOf(child);
        const int said = std::max(first, lastSaid(ear));
        const int there = scene.expectWhole();
        // The last may have been saved and not said any more.
        EXPECT_GE(there, said + 1);
        EXPECT_LE(there, said + 2);
        saved += said;
    }
    EXPECT_GE(saved, kCostKills * 4 / 5);
}

TEST(CostsSaved, OnAFullDiskTheStoreKeepsWhatWasSaid) {
    const CostScene scene;
    for (const std::size_t room :
         {std::size_t{0}, std::size_t{4'096}, std::size_t{40'000}, std::size_t{200'000}}) {
        SCOPED_TRACE(room);
        scene.reset();
        pid_t child = 0;
        const int ear = scene.save(child, scene.size() + room);
        const int said = lastSaid(ear);
        const int status = endOf(child);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 1) << "it says that it could not";
        EXPECT_EQ(scene.expectWhole(), said + 1);
    }
}

}  // namespace
}  // namespace reckoner
