// A policy is there with all its figures or not there at all, wherever the program is killed or the disk
// ends.
#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "core/store/policy_book.h"
#include "tests/support/kill_harness.h"
#include "tests/support/run_process.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/staging_builder.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

using test::FaultKind;

constexpr int kPolicyKills = 40;

class PolicyScene {
 public:
    PolicyScene() {
        {
            const auto store = Store::create(folder_ / "base.reckoner", clock_);
            test::StagingBuilder staging(folder_ / "staging");
            fillBinaryRun(staging, test::numberedIds("s", 50));
            store->publish(staging.staged(), {});
            Policy policy;
            policy.versionId = 1;
            policy.threshold = 0.25;
            policy.who = "Ann";
            policy.why = "first";
            PolicyBook(store).adopt(policy, std::nullopt);
        }
        test::SqliteFile(folder_ / "base.reckoner").exec("VACUUM");
        before_ = test::bytesOf(folder_ / "base.reckoner");
        reset();
    }

    std::filesystem::path store() const { return folder_ / "data/a.reckoner"; }
    std::filesystem::path log() const { return folder_ / "faults.log"; }
    void reset() const {
        for (const char* name : {"data", "home"}) {
            std::filesystem::remove_all(folder_ / name);
            std::filesystem::create_directories(folder_ / name);
        }
        test::writeBytes(store(), before_);
    }
    bool unchanged() const { return test::bytesOf(store()) == before_; }

    std::vector<std::string> arguments() const {
        return {"adopt", "1",     "--cutoffs", "0.3,0.6", "--who",
                "Kim",   "--why", why(),       "--store", store().string()};
    }
    test::ProcessOptions options() const {
        test::ProcessOptions result;
        result.home = folder_ / "home";
        return result;
    }
    test::ProcessResult adopt(const test::InjectedFault& fault) const {
        test::ProcessOptions with = options();
        for (const auto& [key, value] : test::environmentOf(fault, log()))
            with.environment[key] = value;
        std::filesystem::remove(log());
        return test::runProcess(RECKONER_CLI, arguments(), with);
    }

    // How many policies there are; each is one of the two, whole, and nothing is damaged.
    std::size_t expectWhole() const {
        const auto opened = Store::open(store(), OpenMode::ReadWrite, clock_);
        for (const Damage& damage : opened->check({}))
            ADD_FAILURE() << damage.where << ": " << damage.sentence;
        const auto history = PolicyBook(opened).history(1);
        EXPECT_GE(history.size(), 1U);
        EXPECT_EQ(history.back().policy.why, "first");
        if (history.size() == 2) {
            EXPECT_TRUE(history[0].policy.why == why());
            EXPECT_EQ(history[0].policy.tiers->cutoffs, (std::vector<double>{0.3, 0.6}));
            EXPECT_TRUE(history[0].evidence) << "a policy without its figures";
            EXPECT_EQ(history[0].evidence.value_or(PolicyEvidence()).adopted.figures.tiers.size(), 3U);
        }
        EXPECT_EQ(test::SqliteFile(store()).value("SELECT count(*) FROM policy_evidence"),
                  std::to_string(history.size() - 1));
        return history.size();
    }

 private:
    // Long enough to need pages of its own.
    static std::string why() { return std::string(20'000, 'w'); }

    test::TemporaryFolder folder_;
    FixedClock clock_{Clock::Time(std::chrono::milliseconds(1'772'600'767'089))};
    std::string before_;
};

TEST(PolicyAdopted, IsThereWholeOrNotAtAllWhereverTheProgramIsKilled) {
    const PolicyScene scene;
    const auto began = std::chrono::steady_clock::now();
    ASSERT_EQ(scene.adopt({}).exitCode, 0);
    const auto took = std::chrono::steady_clock::now() - began;
    ASSERT_EQ(scene.expectWhole(), 2U);
    const auto calls = static_cast<int>(test::countedCalls(scene.log()).size());
    int killed = 0;
    for (const test::KillMoment& moment : test::killMoments(
             calls, std::chrono::duration_cast<std::chrono::microseconds>(took), kPolicyKills, 11)) {
        SCOPED_TRACE(moment.describe());
        scene.reset();
        const auto result = test::runAndKill(RECKONER_CLI, scene.arguments(), scene.options(), moment);
        killed += result.exitCode == 0 ? 0 : 1;
        const std::size_t there = scene.expectWhole();
        EXPECT_GE(there, result.exitCode == 0 ? 2U : 1U);
    }
    EXPECT_GE(killed, kPolicyKills / 2);
}

class PolicyAdoptFails : public testing::TestWithParam<FaultKind> {};

TEST_P(PolicyAdoptFails, TheStoreIsAsItWasAndItIsSaid) {
    const PolicyScene scene;
    ASSERT_EQ(scene.adopt({}).exitCode, 0);
    const std::vector<std::string> calls = test::countedCalls(scene.log());
    int refused = 0;
    for (int place = 1; place <= static_cast<int>(calls.size()); ++place) {
        const std::string& call = calls[static_cast<std::size_t>(place - 1)];
        // The backup before the first write of the day writes every page; some of them stand for all.
        if (call.find("daily") != std::string::npos && place % 16 != 0) continue;
        SCOPED_TRACE(call + ", change " + std::to_string(place));
        scene.reset();
        const auto result = scene.adopt({GetParam(), place});
        EXPECT_TRUE(result.exitCode == 0 || result.exitCode == 4) << result.exitCode << result.err;
        if (result.exitCode == 0) {
            EXPECT_EQ(scene.expectWhole(), 2U);
            continue;
        }
        ++refused;
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
        EXPECT_EQ(scene.expectWhole(), 1U);
        EXPECT_TRUE(scene.unchanged());
    }
    EXPECT_GE(refused, 5);
}

INSTANTIATE_TEST_SUITE_P(Faults, PolicyAdoptFails,
                         testing::Values(FaultKind::NoSpace, FaultKind::IoError, FaultKind::Full),
                         [](const auto& one) { return test::name(one.param); });

}  // namespace
}  // namespace reckoner
