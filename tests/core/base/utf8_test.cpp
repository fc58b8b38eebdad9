#include "core/base/utf8.h"

#include <string>

#include <gtest/gtest.h>

namespace reckoner {
namespace {

std::string encoded(char32_t code) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
    if (code < 0x10000)
        return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
    return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
            byte(0x80 | (code & 0x3F))};
}

TEST(Utf8, EveryCharacterComesBackButSurrogates) {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        const std::string text = encoded(code) + "z";
        const Utf8Character read = utf8Character(text);
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        ASSERT_EQ(read.valid, !surrogate) << std::uint32_t(code);
        ASSERT_EQ(read.bytes, surrogate ? 1 : text.size() - 1) << std::uint32_t(code);
        ASSERT_EQ(read.code, surrogate ? kReplacementCharacter : code);
    }
}

TEST(Utf8, WhatIsNoCharacterIsOneByteOfReplacement) {
    for (const std::string text :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xE2(\xA1"}) {
        const Utf8Character read = utf8Character(text);
        EXPECT_FALSE(read.valid) << text.size();
        EXPECT_EQ(read.bytes, 1U);
        EXPECT_EQ(read.code, kReplacementCharacter);
    }
}

}  // namespace
}  // namespace reckoner
