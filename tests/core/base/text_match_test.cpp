#include "core/base/text_match.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(TextMatch, FoldsTheLettersOfEurope) {
    EXPECT_EQ(foldCase("ABC xyz 123"), "abc xyz 123");
    EXPECT_EQ(foldCase("ÄÖÜ×Ÿ"), "äöü×ÿ");
    EXPECT_EQ(foldCase("ŁÓDŹ ŠĎ"), "łódź šď");
    EXPECT_EQ(foldCase("ΑΩ"), "αω");
    EXPECT_EQ(foldCase("ЁЖЯ"), "ёжя");
    EXPECT_EQ(foldCase("日本 😀"), "日本 😀");
    EXPECT_EQ(foldCase("\xC3"), "\xC3");
}

TEST(TextMatch, EditDistanceCountsBytes) {
    EXPECT_EQ(editDistance("", ""), 0u);
    EXPECT_EQ(editDistance("abc", ""), 3u);
    EXPECT_EQ(editDistance("", "abc"), 3u);
    EXPECT_EQ(editDistance("kitten", "sitting"), 3u);
    EXPECT_EQ(editDistance("same", "same"), 0u);
}

TEST(TextMatch, NearNamesComeBestFirst) {
    const std::vector<std::string> names = {"home", "income", "amount", "age_band"};
    EXPECT_EQ(nearNames("incme", names), std::vector<std::string>{"income"});
    EXPECT_EQ(nearNames("HOME", names), std::vector<std::string>{"home"});
    EXPECT_EQ(nearNames("band", names), std::vector<std::string>{"age_band"});
    EXPECT_TRUE(nearNames("zebra_crossing", names).empty());
    EXPECT_TRUE(nearNames("x", names).empty());
}

}  // namespace
}  // namespace reckoner
