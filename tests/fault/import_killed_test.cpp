// kill -9 at any moment of an import: the whole run is there or nothing.
#include "tests/fault/import_scene.h"
#include "tests/support/kill_harness.h"

namespace reckoner {
namespace {

constexpr int kKills = 30;

TEST(ImportKilled, LeavesTheWholeRunOrNothing) {
    test::ImportScene scene(70'000);  // more than one chunk of every column
    scene.reset();
    const auto began = std::chrono::steady_clock::now();
    ASSERT_EQ(scene.import(scene.file()).exitCode, 0);
    const auto took = std::chrono::steady_clock::now() - began;
    const auto calls = static_cast<int>(test::countedCalls(scene.log()).size());
    ASSERT_GT(calls, kKills);
    const std::set<std::string> usual = scene.usualFiles();

    int killed = 0;
    int nothing = 0;
    for (const test::KillMoment& moment : test::killMoments(
             calls, std::chrono::duration_cast<std::chrono::microseconds>(took), kKills, 20260304)) {
        SCOPED_TRACE(moment.describe());
        scene.reset();
        const auto result =
            test::runAndKill(RECKONER_CLI, scene.importArguments(scene.file()), scene.options(), moment);
        EXPECT_TRUE(result.exitCode == 0 || result.exitCode == 128 + SIGKILL)
            << result.exitCode << result.err;
        killed += result.exitCode == 0 ? 0 : 1;
        scene.expectWholeOrNothing();
        nothing += scene.runs().size() == 1 ? 1 : 0;
        scene.expectNextImportCleansUp(usual);
    }
    // By call every kill hits; by time a few may come too late.
    EXPECT_GE(killed, kKills * 2 / 3);
    EXPECT_GE(nothing, kKills / 3);
}

}  // namespace
}  // namespace reckoner
