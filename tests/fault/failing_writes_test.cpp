// The shim itself: a fault test that injects nothing would pass.
#include <csignal>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/injected_fault.h"
#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

using test::FaultKind;
using test::InjectedFault;

class FailingWrites : public testing::Test {
 protected:
    // Writes 4 blocks of 1,000 bytes with dd, under the fault.
    test::ProcessResult writeBlocks(InjectedFault fault) {
        fault.paths = folder.path().string() + "/*.data";
        test::ProcessOptions options;
        options.environment = environmentOf(fault, log());
        return test::runProcess("dd", {"if=/dev/zero", "of=" + file().string(), "bs=1000", "count=4"},
                                options);
    }
    test::ProcessResult run(const std::string& program, const std::vector<std::string>& arguments,
                            const InjectedFault& fault) {
        test::ProcessOptions options;
        options.environment = environmentOf(fault, log());
        return test::runProcess(program, arguments, options);
    }
    std::filesystem::path file() const { return folder / "some.data"; }
    std::filesystem::path log() const { return folder / "log"; }

    test::TemporaryFolder folder;
};

TEST_F(FailingWrites, CountsWithoutHarm) {
    const auto result = writeBlocks({FaultKind::Count});
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(std::filesystem::file_size(file()), 4000U);
    const std::vector<std::string> expected = {"create some.data", "write some.data", "write some.data",
                                               "write some.data", "write some.data"};
    EXPECT_EQ(test::countedCalls(log()), expected);
}

TEST_F(FailingWrites, FailsTheNthCallWithTheReason) {
    const auto full = writeBlocks({FaultKind::NoSpace, 3});
    EXPECT_EQ(full.exitCode, 1);
    EXPECT_NE(full.err.find("No space left"), std::string::npos) << full.err;
    EXPECT_EQ(std::filesystem::file_size(file()), 1000U);
    std::filesystem::remove(file());

    const auto broken = writeBlocks({FaultKind::IoError, 1});
    EXPECT_EQ(broken.exitCode, 1);
    EXPECT_NE(broken.err.find("Input/output error"), std::string::npos) << broken.err;
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(FailingWrites, WritesHalfABlock) {
    writeBlocks({FaultKind::Short, 2});
    // dd goes on with the rest, as a careful program does.
    EXPECT_EQ(std::filesystem::file_size(file()), 4000U);
    EXPECT_EQ(test::countedCalls(log()).size(), 6U);
}

TEST_F(FailingWrites, AFullDiskStaysFullButMayBeOverwritten) {
    EXPECT_EQ(writeBlocks({FaultKind::Full, 4}).exitCode, 1);
    EXPECT_EQ(std::filesystem::file_size(file()), 2000U);
    const std::vector<std::string> overwrite = {"if=/dev/zero", "of=" + file().string(), "bs=1000", "count=2",
                                                "conv=notrunc"};
    const InjectedFault fault{FaultKind::Full, 1, folder.path().string() + "/*.data"};
    EXPECT_EQ(run("dd", overwrite, fault).exitCode, 0);
}

TEST_F(FailingWrites, KillsBeforeACallOrInTheMiddleOfAWrite) {
    EXPECT_EQ(writeBlocks({FaultKind::Kill, 3}).exitCode, 128 + SIGKILL);
    EXPECT_EQ(std::filesystem::file_size(file()), 1000U);
    std::filesystem::remove(file());
    EXPECT_EQ(writeBlocks({FaultKind::Torn, 3}).exitCode, 128 + SIGKILL);
    EXPECT_EQ(std::filesystem::file_size(file()), 1500U);
}

TEST_F(FailingWrites, ReachesRenamesAndRemovalsAndOnlyTheNamedCalls) {
    std::ofstream(file()) << "text";
    const std::string to = (folder / "other.data").string();
    EXPECT_NE(run("mv", {file().string(), to}, {FaultKind::IoError, 1, "*", "rename"}).exitCode, 0);
    EXPECT_TRUE(std::filesystem::exists(file()));
    EXPECT_NE(run("rm", {file().string()}, {FaultKind::IoError, 1, "*", "unlink"}).exitCode, 0);
    EXPECT_TRUE(std::filesystem::exists(file()));
    EXPECT_EQ(run("rm", {file().string()}, {FaultKind::IoError, 1, "*", "write,sync"}).exitCode, 0);
    EXPECT_FALSE(std::filesystem::exists(file()));
}

}  // namespace
}  // namespace reckoner
