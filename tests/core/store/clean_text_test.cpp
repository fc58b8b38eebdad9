#include "core/store/clean_text.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

TEST(CleanText, KeepsValidText) {
    for (const char* text : {"", "plain", "Zürich", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "tab\tline\n"})
        EXPECT_EQ(cleanText(text), text);
}

TEST(CleanText, ReplacesWhatIsNoUtf8) {
    const std::string mark = "\xEF\xBF\xBD";
    EXPECT_EQ(cleanText("\xFF"), mark);
    EXPECT_EQ(cleanText("a\xC3"), "a" + mark);
    EXPECT_EQ(cleanText("\xC0\xAF"), mark + mark);                        // overlong
    EXPECT_EQ(cleanText("\xED\xA0\x80"), mark + mark + mark);             // surrogate
    EXPECT_EQ(cleanText("\xF4\x90\x80\x80"), mark + mark + mark + mark);  // beyond U+10FFFF
    EXPECT_EQ(cleanText(std::string_view("a\0b", 3)), "a" + mark + "b");
}

TEST(CleanText, NamesHaveNoEdgesAndNoLines) {
    EXPECT_EQ(cleanName("  v1 \n", "version"), "v1");
    EXPECT_EQ(cleanName("a\nb", "version"), "a b");
    try {
        cleanName(" \t", "eval set");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::BadInput);
        EXPECT_STREQ(error.what(), "The eval set has no name: give it one.");
    }
}

}  // namespace
}  // namespace reckoner
