#include "core/report/whole_file.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t filesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

TEST(WholeFile, ReplacesAFileWithTheNewOne) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "out.csv") << "old";
    writeWholeFile(folder / "out.csv", [](const Write& write) {
        write("new ");
        write("text");
    });
    EXPECT_EQ(contentOf(folder / "out.csv"), "new text");
    EXPECT_EQ(filesIn(folder.path()), 1u);
}

TEST(WholeFile, KeepsTheOldOneWhenTheWorkFails) {
    test::TemporaryFolder folder;
    std::ofstream(folder / "out.csv") << "old";
    const auto failing = [](const Write& write) {
        write("half");
        throw Error(ErrorCode::Cancelled, "Stopped.");
    };
    EXPECT_THROW(writeWholeFile(folder / "out.csv", failing), Error);
    EXPECT_EQ(contentOf(folder / "out.csv"), "old");
    EXPECT_EQ(filesIn(folder.path()), 1u);
}

TEST(WholeFile, AFolderAMissingFolderAndAFullDiskAreSentences) {
    test::TemporaryFolder folder;
    const auto produce = [](const Write& write) { write("x"); };
    EXPECT_THROW(writeWholeFile(folder.path(), produce), Error);
    EXPECT_THROW(writeWholeFile(folder / "absent/out.csv", produce), Error);
    EXPECT_THROW(writeWholeFile("/dev/full", produce), Error);
}

}  // namespace
}  // namespace reckoner
