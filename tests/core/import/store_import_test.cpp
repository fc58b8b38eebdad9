#include "core/import/store_import.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/sqlite_file.h"
#include "tests/support/temporary_folder.h"

namespace reckoner {
namespace {

// Merging itself: tests/core/store/merge_store_test.cpp.
TEST(StoreImport, KnowsAStoreByItsBytesOrItsName) {
    test::TemporaryFolder folder;
    const SystemClock clock;
    Store::create(folder / "a.reckoner", clock);
    std::filesystem::rename(folder / "a.reckoner", folder / "a.bin");
    std::ofstream(folder / "b.reckoner") << "text";
    std::ofstream(folder / "c.csv") << "id,label\n";
    EXPECT_TRUE(looksLikeStore(folder / "a.bin"));
    EXPECT_TRUE(looksLikeStore(folder / "b.reckoner"));
    EXPECT_FALSE(looksLikeStore(folder / "c.csv"));
    EXPECT_FALSE(looksLikeStore(folder / "nowhere.csv"));
    EXPECT_THROW(importStore(folder / "new.reckoner", folder / "b.reckoner", clock), Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "new.reckoner"));
}

TEST(StoreImport, AnOlderStoreIsReadThroughACopy) {
    test::TemporaryFolder folder;
    const SystemClock clock;
    for (const char* name : {"schema_1.reckoner", "schema_2.reckoner"}) {
        const auto older = folder / name;
        std::filesystem::copy_file(std::filesystem::path(RECKONER_FIXTURES) / "stores" / name, older);
        const auto before = test::snapshot(folder.path());
        const auto into = folder / (std::string("into-") + name);
        EXPECT_FALSE(importStore(into, older, clock).runs.empty());
        EXPECT_EQ(test::bytesOf(older), before.at(older.string()));
        EXPECT_FALSE(std::filesystem::exists(older.string() + ".backups"));
        EXPECT_TRUE(Store::open(into, OpenMode::ReadOnly, clock)->check({}).empty());
    }
}

}  // namespace
}  // namespace reckoner
