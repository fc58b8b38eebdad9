#include "core/base/recent_stores.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/user_folders.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

class RecentStoresTest : public testing::Test {
 protected:
    void SetUp() override {
        setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
        setenv("XDG_DATA_HOME", (folder_ / "data").c_str(), 1);
    }
    void TearDown() override {
        unsetenv("XDG_STATE_HOME");
        unsetenv("XDG_DATA_HOME");
    }
    std::filesystem::path touch(const std::string& name) {
        std::ofstream(folder_ / name) << "x";
        return folder_ / name;
    }
    test::TemporaryFolder folder_;
};

TEST_F(RecentStoresTest, WithoutAnyTheDefaultLiesInTheDataFolder) {
    EXPECT_TRUE(recentStores().empty());
    EXPECT_EQ(defaultStore(), folder_ / "data" / "reckoner" / "default.reckoner");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "data"));
}

TEST_F(RecentStoresTest, TheLastOpenedIsFirstAndStandsOnce) {
    const auto a = touch("a.reckoner");
    const auto b = touch("b with space.reckoner");
    rememberStore(a);
    rememberStore(b);
    rememberStore(a);
    EXPECT_EQ(recentStores(), (std::vector{a, b}));
    EXPECT_EQ(defaultStore(), a);
}

TEST_F(RecentStoresTest, AStoreThatIsGoneIsNotTheDefault) {
    const auto a = touch("a.reckoner");
    const auto b = touch("b.reckoner");
    rememberStore(a);
    rememberStore(b);
    std::filesystem::remove(b);
    EXPECT_EQ(defaultStore(), a);
}

TEST_F(RecentStoresTest, KeepsTen) {
    for (int i = 0; i < 15; ++i)
        rememberStore(touch(std::to_string(i)));
    ASSERT_EQ(recentStores().size(), 10u);
    EXPECT_EQ(recentStores().front(), folder_ / "14");
}

TEST_F(RecentStoresTest, AFolderThatCannotBeWrittenIsNoFailure) {
    std::ofstream(folder_ / "state") << "a file where the folder should be";
    rememberStore(touch("a.reckoner"));
    EXPECT_TRUE(recentStores().empty());
}

}  // namespace
}  // namespace reckoner
