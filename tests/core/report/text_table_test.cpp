#include "core/report/text_table.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(TextTable, AlignsAndLeavesNoBlanksAtTheEnd) {
    TextTable table({{"country"}, {"n", TextTable::Align::Right}, {"note"}});
    table.add({"DE", "1,200"});
    table.add({"France", "7", "few"});
    EXPECT_EQ(table.text(),
              "country      n  note\n"
              "DE       1,200\n"
              "France       7  few\n");
}

TEST(TextTable, NoHeadLineWithoutTitles) {
    TextTable table({{""}, {""}});
    table.add({"Precision", "0.5"});
    EXPECT_EQ(table.text(), "Precision  0.5\n");
}

TEST(TextTable, WideAndCombiningCharactersKeepTheColumns) {
    EXPECT_EQ(displayWidth("東京"), 4u);
    EXPECT_EQ(displayWidth("e\xCC\x81"), 1u);
    TextTable table({{""}, {""}});
    table.add({"東京", "1"});
    table.add({"Rome", "2"});
    EXPECT_EQ(table.text(), "東京  1\nRome  2\n");
}

TEST(TextTable, CutsWhatIsTooLong) {
    TextTable table({{""}});
    table.setLongest(5);
    table.add({"abcdefgh"});
    EXPECT_EQ(table.text(), "abcd\u2026\n");
}

TEST(TerminalText, MakesControlSequencesHarmless) {
    EXPECT_EQ(terminalText("a\x1B[31mb"), "a\uFFFD[31mb");
    EXPECT_EQ(terminalText("two\nlines\tand"), "two lines and");
    EXPECT_EQ(terminalText("\u202Egnp.exe"), "\uFFFDgnp.exe");
    EXPECT_EQ(terminalText("\xC0\xAF\xFF"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(terminalText("größer 東京"), "größer 東京");
}

}  // namespace
}  // namespace reckoner
