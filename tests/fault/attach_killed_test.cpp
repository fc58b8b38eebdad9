// kill -9, a full or failing disk at any moment of an attach: the whole attachment is there or nothing of it.
#include <chrono>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/kill_harness.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

constexpr int kAttachKills = 24;
constexpr int kAttachRows = 3'000;

class AttachScene {
 public:
    AttachScene() {
        for (const char* name : {"data", "home", "tmp"})
            fs::create_directories(folder_ / name);
        std::ofstream run(folder_ / "run.csv");
        std::ofstream later(folder_ / "later.csv");
        run << "id,label,score\n";
        later << "id,truth,team\n";
        for (int i = 0; i < kAttachRows; ++i) {
            run << "s" << i
                << (i % 2 == 0   ? ",,"
                    : i % 3 == 0 ? ",yes,"
                                 : ",no,")
                << (i % 100) / 100.0 << "\n";
            later << "s" << i << (i % 3 == 0 ? ",yes," : ",no,") << "team " << i % 7 << "\n";
        }
        run.close();
        later.close();
        const auto made = reckoner({"import", (folder_ / "run.csv").string(), "--model", "m", "--id", "id",
                                    "--label", "label", "--score", "score"});
        if (made.exitCode != 0) throw std::runtime_error("no store to begin with: " + made.err);
        // The day's backup is made before the first write; not what is looked at here.
        reckoner({"attach", "m", laterFile(), "--segment", "team"});
        reckoner({"attach", "--undo", "1"});
        before_ = bytes();
    }

    void reset() const {
        for (const auto& entry : fs::directory_iterator(folder_ / "data"))
            if (entry.is_regular_file()) fs::remove(entry);
        std::ofstream(store(), std::ios::binary) << before_;
    }
    std::vector<std::string> arguments() const {
        return {"attach",    "m",    laterFile(), "--label",       "truth",
                "--segment", "team", "--store",   store().string()};
    }
    test::ProcessOptions options() const {
        test::ProcessOptions result;
        result.home = folder_ / "home";
        result.environment["TMPDIR"] = (folder_ / "tmp").string();
        return result;
    }
    // How many changes to files an undisturbed attach makes.
    int calls() const {
        test::ProcessOptions with = options();
        for (const auto& [key, value] : test::environmentOf({}, folder_ / "faults.log"))
            with.environment[key] = value;
        EXPECT_EQ(test::runProcess(RECKONER_CLI, arguments(), with).exitCode, 0);
        return static_cast<int>(test::countedCalls(folder_ / "faults.log").size());
    }

    // Whether the attachment is there; whole or not at all either way.
    bool expectWholeOrNothing() const {
        const auto listed = json({"attach", "--list"});
        const bool there = listed["attachments"].size() == 2U;
        EXPECT_TRUE(there || listed["attachments"].size() == 1U);
        EXPECT_EQ(json({"runs"})["runs"][0]["scored"], there ? kAttachRows : kAttachRows / 2);
        const auto check = reckoner({"check"});
        EXPECT_EQ(check.exitCode, 0) << check.out << check.err;
        if (there)
            EXPECT_EQ(json({"metrics", "1", "--by", "team"})["segments"].size(), 7U);
        else
            EXPECT_EQ(bytes(), before_);
        return there;
    }

 private:
    fs::path store() const { return folder_ / "data/review.reckoner"; }
    std::string laterFile() const { return (folder_ / "later.csv").string(); }
    test::ProcessResult reckoner(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--store", store().string()});
        return test::runProcess(RECKONER_CLI, arguments, options());
    }
    nlohmann::json json(std::vector<std::string> arguments) const {
        arguments.emplace_back("--json");
        const auto result = reckoner(std::move(arguments));
        EXPECT_EQ(result.exitCode, 0) << result.err;
        return nlohmann::json::parse(result.out, nullptr, false);
    }
    std::string bytes() const {
        std::ifstream in(store(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }

    test::TemporaryFolder folder_;
    std::string before_;
};

TEST(AttachKilled, LeavesTheWholeAttachmentOrNothing) {
    AttachScene scene;
    scene.reset();
    const auto began = std::chrono::steady_clock::now();
    const int calls = scene.calls();
    const auto took = std::chrono::steady_clock::now() - began;
    ASSERT_GT(calls, 10);
    ASSERT_TRUE(scene.expectWholeOrNothing());
    int nothing = 0;
    for (const test::KillMoment& moment : test::killMoments(
             calls, std::chrono::duration_cast<std::chrono::microseconds>(took), kAttachKills, 20261123)) {
        SCOPED_TRACE(moment.describe());
        scene.reset();
        const auto result = test::runAndKill(RECKONER_CLI, scene.arguments(), scene.options(), moment);
        EXPECT_TRUE(result.exitCode == 0 || result.exitCode == 128 + SIGKILL)
            << result.exitCode << result.err;
        nothing += scene.expectWholeOrNothing() ? 0 : 1;
    }
    EXPECT_GE(nothing, kAttachKills / 3);
}

TEST(AttachFailing, LeavesTheWholeAttachmentOrNothingAndSaysWhich) {
    AttachScene scene;
    scene.reset();
    const int calls = scene.calls();
    for (const test::FaultKind kind :
         {test::FaultKind::NoSpace, test::FaultKind::IoError, test::FaultKind::Full})
        for (int at = 1; at <= calls; at += 1 + calls / 12) {
            SCOPED_TRACE(test::name(kind) + " at change " + std::to_string(at));
            scene.reset();
            test::ProcessOptions with = scene.options();
            for (const auto& [key, value] : test::environmentOf({kind, at}))
                with.environment[key] = value;
            const auto result = test::runProcess(RECKONER_CLI, scene.arguments(), with);
            EXPECT_TRUE(result.exitCode == 0 || result.exitCode == 4) << result.exitCode << result.err;
            EXPECT_EQ(scene.expectWholeOrNothing(), result.exitCode == 0) << result.err;
        }
}

}  // namespace
}  // namespace reckoner
