// check, backup and the lists.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/cli.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

TEST(Care, ASoundStoreHasNoDamage) {
    const test::Cli cli(test::demoStore());
    EXPECT_EQ(cli.json({"check"})["damage"], nlohmann::json::array());
    const auto text = cli({"check"});
    EXPECT_EQ(text.exitCode, 0);
    EXPECT_NE(text.out.find("No damage"), std::string::npos);
}

TEST(Care, AFlippedBitIsFoundAndIsFour) {
    const test::Cli cli;
    const auto copy = cli.folder() / "copy.reckoner";
    fs::copy_file(test::demoStore(), copy);
    {
        std::fstream file(copy, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(0, std::ios::end);
        const auto size = file.tellg();
        // Chunks are most of the file: turn a byte in each of several places.
        for (int i = 1; i < 10; ++i) {
            const auto at = size / 10 * i;
            file.seekg(at);
            const char byte = static_cast<char>(file.get());
            file.seekp(at);
            file.put(static_cast<char>(byte ^ 0x40));
        }
    }
    const auto result = cli({"check", "--store", copy.string()});
    EXPECT_EQ(result.exitCode, 4);
    EXPECT_NE(result.err, "");
}

TEST(Care, ABackupIsTheSameStoreAndReplacesNothing) {
    const test::Cli cli(test::demoStore());
    const auto copy = cli.folder() / "copy.reckoner";
    const auto document = cli.json({"backup", copy.string()});
    EXPECT_EQ(document["backup"], copy.string());
    const test::Cli other(copy);
    EXPECT_EQ(other.json({"runs"}), cli.json({"runs"}));
    EXPECT_EQ(other({"check"}).exitCode, 0);
    const std::string bytes = cli.read(copy);
    EXPECT_EQ(cli({"backup", copy.string()}).exitCode, 4);
    EXPECT_TRUE(cli.read(copy) == bytes);
}

TEST(Care, ListsFollowTheContractAndReadWell) {
    const test::Cli cli(test::demoStore());
    const auto runs = cli.json({"runs", "--model", "credit-default"})["runs"];
    ASSERT_EQ(runs.size(), 11u);
    for (const char* key : {"run", "model", "version", "eval_set", "rows", "scored"})
        EXPECT_TRUE(runs[0].contains(key)) << key;
    const auto text = cli({"runs"});
    EXPECT_NE(text.out.find("credit-applications-cv5"), std::string::npos);
    EXPECT_NE(text.out.find("4,454"), std::string::npos);
    EXPECT_NE(cli({"models"}).out.find("Review sentiment"), std::string::npos);
    EXPECT_NE(cli({"versions"}).out.find("0.42"), std::string::npos);
    const auto wrong = cli({"runs", "--model", "credit-defualt"});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_NE(wrong.err.find("did you mean \"credit-default\"?"), std::string::npos) << wrong.err;
}

}  // namespace
}  // namespace reckoner
