#include "core/base/data_folder.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

TEST(DataFolder, AVariableBeatsEverything) {
    test::TemporaryFolder folder;
    setenv("RECKONER_DATA", folder.path().c_str(), 1);
    EXPECT_EQ(dataFolder(), folder.path());
    setenv("RECKONER_DATA", (folder / "absent").c_str(), 1);
    EXPECT_THROW(dataFolder(), Error);
    unsetenv("RECKONER_DATA");
}

TEST(DataFolder, ABuildTreeFindsTheSourcesData) {
    unsetenv("RECKONER_DATA");
    EXPECT_TRUE(std::filesystem::exists(dataFolder() / "demo" / "PROVENANCE.md"));
    EXPECT_TRUE(std::filesystem::exists(programFolder() / "test_core"));
}

}  // namespace
}  // namespace reckoner
