#include "core/base/user_folders.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(UserFolders, FollowTheVariables) {
    setenv("XDG_STATE_HOME", "/s", 1);
    setenv("XDG_DATA_HOME", "/d", 1);
    EXPECT_EQ(stateFolder(), "/s/reckoner");
    EXPECT_EQ(userDataFolder(), "/d/reckoner");
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_DATA_HOME");
}

TEST(UserFolders, ARelativeOrEmptyVariableMeansTheDefaultBelowHome) {
    const char* old = std::getenv("HOME");
    const std::string home = old ? old : "";
    setenv("HOME", "/h", 1);
    setenv("XDG_STATE_HOME", "relative", 1);
    setenv("XDG_DATA_HOME", "", 1);
    EXPECT_EQ(stateFolder(), "/h/.local/state/reckoner");
    EXPECT_EQ(userDataFolder(), "/h/.local/share/reckoner");
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_DATA_HOME");
    setenv("HOME", home.c_str(), 1);
}

}  // namespace
}  // namespace reckoner
