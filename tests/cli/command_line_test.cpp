#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

// A copy of `reckoner` with a shell script in the window's place.
class CommandLineTest : public testing::Test {
 protected:
    test::ProcessResult run(const std::vector<std::string>& arguments) {
        return test::runProcess(RECKONER_CLI, arguments, {.home = folder_.path()});
    }
    std::string besideAWindow(const std::string& script) {
        fs::create_directories(folder_ / "bin");
        fs::copy_file(RECKONER_CLI, folder_ / "bin/reckoner", fs::copy_options::overwrite_existing);
        std::ofstream(folder_ / "bin/reckoner-window") << "#!/bin/sh\n" << script;
        fs::permissions(folder_ / "bin/reckoner-window", fs::perms::owner_all);
        return folder_ / "bin/reckoner";
    }
    test::ProcessResult runBeside(const std::string& program, const std::vector<std::string>& arguments) {
        return test::runProcess(program, arguments,
                                {.home = folder_.path(), .workingFolder = folder_.path()});
    }
    test::TemporaryFolder folder_;
};

TEST_F(CommandLineTest, SaysItsVersion) {
    const auto result = run({"--version"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.out, "reckoner " RECKONER_VERSION "\n");
}

TEST_F(CommandLineTest, WrongUsageIsTwoAndSaysNothingOnStandardOutput) {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"metrcs"}, {"--no-such-option"}, {"render"}, {"render", "decide"}}) {
        const auto result = run(arguments);
        EXPECT_EQ(result.exitCode, 2) << arguments.front();
        EXPECT_EQ(result.out, "");
        EXPECT_NE(result.err.find("reckoner: "), std::string::npos);
    }
}

TEST_F(CommandLineTest, SaysWhatWasNotExpectedAsItWasTypedAndWhatIsNearIt) {
    const auto says = [&](const std::vector<std::string>& arguments) { return run(arguments).err; };
    const auto holds = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const std::vector<std::vector<std::string>> misspelt{
        {"metrcs", "2"}, {"--json", "metrcs", "2"}, {"--store", "x.reckoner", "metrcs", "2"}};
    for (const auto& arguments : misspelt)
        EXPECT_TRUE(holds(says(arguments), "did you mean \"metrics\"?")) << says(arguments);
    EXPECT_TRUE(holds(says({"metrics", "2", "foo", "bar"}), "\"foo bar\" was not expected"));
    EXPECT_TRUE(holds(says({"metrics", "2", "--treshold", "0.3"}), "did you mean \"--threshold\"?"));
    EXPECT_TRUE(
        holds(says({"tiers", "2", "--capasity=3"}), "--capasity is no option of `tiers`; did you mean"));
    EXPECT_TRUE(holds(says({"render", "decide", "--size", "800x600", "--size", "900x700", "--out", "x.png"}),
                      "--size is given twice; give it once."));
}

TEST_F(CommandLineTest, AComplaintNamesItsFileOnce) {
    const auto result = run({"import", "no_such.csv"});
    EXPECT_EQ(result.exitCode, 3);
    const auto first = result.err.find("no_such.csv");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(result.err.find("no_such.csv", first + 1), std::string::npos) << result.err;
}

TEST_F(CommandLineTest, NoArgumentsOpenTheWindow) {
    const auto reckoner = besideAWindow("echo \"window:$#\"; exit 7\n");
    const auto result = runBeside(reckoner, {});
    EXPECT_EQ(result.exitCode, 7);
    EXPECT_EQ(result.out, "window:0\n");
}

TEST_F(CommandLineTest, AStoreOpensTheWindowOnIt) {
    const auto reckoner = besideAWindow("printf '%s\\n' \"$@\"\n");
    EXPECT_EQ(runBeside(reckoner, {"my store.reckoner", "--dark"}).out, "my store.reckoner\n--dark\n");
    EXPECT_EQ(runBeside(reckoner, {"--store", "x.reckoner"}).out, "x.reckoner\n");
}

TEST_F(CommandLineTest, RenderPassesOnItsArgumentsAndTheExitCode) {
    const auto reckoner = besideAWindow("printf '%s\\n' \"$@\"; exit 4\n");
    const auto result =
        runBeside(reckoner, {"render", "decide", "--out", "a b.png", "--store", "s.reckoner"});
    EXPECT_EQ(result.exitCode, 4);
    EXPECT_EQ(result.out, "render\ndecide\n--out\na b.png\n--store\ns.reckoner\n");
}

TEST_F(CommandLineTest, RenderNamesTheDefaultStore) {
    const auto reckoner = besideAWindow("printf '%s\\n' \"$@\"\n");
    const auto result = runBeside(reckoner, {"render", "decide", "--out", "x.png"});
    EXPECT_NE(result.out.find("--store\n" + (folder_ / "data/reckoner/default.reckoner").string()),
              std::string::npos);
}

TEST_F(CommandLineTest, TheWindowIsAlsoFoundInPath) {
    besideAWindow("echo found\n");
    fs::create_directories(folder_ / "other");
    fs::copy_file(RECKONER_CLI, folder_ / "other/reckoner");
    const auto result = test::runProcess(
        folder_ / "other/reckoner", {},
        {.home = folder_.path(), .environment = {{"PATH", (folder_ / "bin").string() + ":/usr/bin:/bin"}}});
    EXPECT_EQ(result.out, "found\n");
}

TEST_F(CommandLineTest, WithoutAWindowItSaysSo) {
    fs::create_directories(folder_ / "bin");
    fs::copy_file(RECKONER_CLI, folder_ / "bin/reckoner");
    const auto result = test::runProcess(folder_ / "bin/reckoner", {},
                                         {.home = folder_.path(), .environment = {{"PATH", "/nonexistent"}}});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_NE(result.err.find("reckoner-window"), std::string::npos);
}

TEST_F(CommandLineTest, AFullDiskOrAClosedPipeIsNoticed) {
    EXPECT_EQ(test::runProcess(RECKONER_CLI, {"--help"}, {.home = folder_.path(), .stdoutFile = "/dev/full"})
                  .exitCode,
              74);
    EXPECT_EQ(
        test::runProcess(RECKONER_CLI, {"--help"}, {.home = folder_.path(), .closedPipe = true}).exitCode,
        74);
}

TEST_F(CommandLineTest, LinksNoQt) {
    const auto result = test::runProcess("ldd", {RECKONER_CLI});
    ASSERT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.out.find("Qt"), std::string::npos) << result.out;
}

}  // namespace
}  // namespace reckoner
