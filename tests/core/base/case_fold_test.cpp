#include "core/base/case_fold.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(CaseFold, FoldsTheLettersOfEurope) {
    EXPECT_EQ(foldCase("ABC xyz 123"), "abc xyz 123");
    EXPECT_EQ(foldCase("ÄÖÜ×Ÿ"), "äöü×ÿ");
    EXPECT_EQ(foldCase("ŁÓDŹ ŠĎ"), "łódź šď");
    EXPECT_EQ(foldCase("ΑΩ"), "αω");
    EXPECT_EQ(foldCase("ЁЖЯ"), "ёжя");
    EXPECT_EQ(foldCase("日本 😀"), "日本 😀");
    EXPECT_EQ(foldCase("\xC3"), "\xC3");
}

}  // namespace
}  // namespace reckoner
