#include "core/report/plain_characters.h"

#include <gtest/gtest.h>

namespace reckoner {
namespace {

TEST(PlainCharacters, KeepsEveryLanguageAndLineBreaks) {
    for (const char* text :
         {"", "plain", "a\tb\r\nc", "Ünïcödé", "עברית", "中文", "\U0001F600", "\u200Ea\u200F"})
        EXPECT_EQ(plainCharacters(text), text);
}

TEST(PlainCharacters, ShowsWhatWouldActInstead) {
    const std::string shown = "\uFFFD";
    EXPECT_EQ(plainCharacters(std::string("a\0b", 3)), "a" + shown + "b");
    for (const char* act :
         {"\x1B", "\x7F", "\x08", "\u0085", "\u202E", "\u202A", "\u2066", "\u2069", "\uFFFF"})
        EXPECT_EQ(plainCharacters(act), shown) << act;
}

TEST(PlainCharacters, WhatIsNoUtf8IsShownByteByByte) {
    const std::string shown = "\uFFFD";
    EXPECT_EQ(plainCharacters("\xFFz"), shown + "z");
    EXPECT_EQ(plainCharacters("\xC3"), shown) << "cut off";
    EXPECT_EQ(plainCharacters("\xC0\xBC"), shown + shown) << "a longer form of <";
    EXPECT_EQ(plainCharacters("\xE0\x80\xBC"), shown + shown + shown);
    EXPECT_EQ(plainCharacters("\xED\xA0\x80"), shown + shown + shown) << "half a pair";
    EXPECT_EQ(plainCharacters("\xF5\x80\x80\x80"), shown + shown + shown + shown);
}

}  // namespace
}  // namespace reckoner
