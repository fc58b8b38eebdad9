#include "core/store/text_packing.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/store/column_chunk.h"

namespace reckoner {
namespace {

struct PackedInput {
    std::vector<std::uint32_t> ends;
    std::string bytes;
};

PackedInput joined(const std::vector<std::string>& texts) {
    PackedInput input;
    for (const std::string& text : texts) {
        input.bytes += text;
        input.ends.push_back(static_cast<std::uint32_t>(input.bytes.size()));
    }
    return input;
}

std::vector<std::string> listOf(const DecodedTexts& texts) {
    std::vector<std::string> list;
    for (RowIndex i = 0; i < texts.rows(); ++i)
        list.emplace_back(texts.at(i));
    return list;
}

// As numbered texts and back; nothing when they are not of this kind.
std::vector<std::string> throughNumbers(const std::vector<std::string>& texts) {
    const PackedInput input = joined(texts);
    std::vector<std::byte> raw;
    if (!packNumberedTexts(input.ends, input.bytes, raw)) return {};
    DecodedTexts out;
    EXPECT_TRUE(unpackNumberedTexts(raw, texts.size(), out));
    return listOf(out);
}

TEST(TextPacking, LengthsAroundEveryLimitComeBack) {
    std::vector<std::string> texts;
    for (const std::size_t size : {0, 1, 126, 127, 128, 16'382, 16'383, 16'384, 3'000'000})
        texts.emplace_back(size, 'x');
    const PackedInput input = joined(texts);
    std::vector<std::uint8_t> missing(texts.size(), 0);
    missing[0] = 1;
    std::vector<std::byte> raw;
    packTexts(input.ends, input.bytes, missing, raw);
    DecodedTexts out;
    ASSERT_TRUE(unpackTexts(raw, texts.size(), out));
    EXPECT_EQ(listOf(out), texts);
    EXPECT_EQ(out.missing, missing);
    EXPECT_FALSE(unpackTexts(raw, texts.size() + 1, out));
    raw.pop_back();
    EXPECT_FALSE(unpackTexts(raw, texts.size(), out));
}

TEST(TextPacking, ALengthWithoutEndIsRefused) {
    const std::vector<std::byte> raw(10, std::byte{0xFF});
    DecodedTexts out;
    EXPECT_FALSE(unpackTexts(raw, 1, out));
    EXPECT_FALSE(unpackTexts({}, 1, out));
    EXPECT_TRUE(unpackTexts({}, 0, out));
}

TEST(TextPacking, NumberedTextsComeBackAsTheyStood) {
    for (const std::vector<std::string>& texts :
         std::vector<std::vector<std::string>>{{"c00000017", "c99999999", "c00000000"},
                                               {"row-1", "row-2", "row-999999999", "row-0"},
                                               {"7", "12", "123456789"},
                                               {"007", "012", "999"},
                                               {"a10-5", "a10-6"},
                                               {"123456789", "000000000"},
                                               {"7"},
                                               {"x000000000000000001", "x000000000000000002"}})
        EXPECT_EQ(throughNumbers(texts), texts);
}

TEST(TextPacking, OtherTextsAreNotTakenForNumberedOnes) {
    for (const std::vector<std::string>& texts : std::vector<std::vector<std::string>>{
             {""},
             {"a1", ""},
             {"abc"},
             {"a1", "b2"},
             {"a1", "a02"},
             {"a1", "a1x"},
             {"a1", "ax"},
             {"a12345678", "a1234567/"},
             {"a12345678", "a1234567:"},
             {"a12345678", "a:2345678"},
             {"a1", "a1234567890"},
             {"a123456789", "a12345678\xB9"},
             {std::string(300, 'x') + "1"},
         })
        EXPECT_TRUE(throughNumbers(texts).empty()) << texts.front();
}

TEST(TextPacking, RandomTextsNearlyNumberedComeBackOrAreLeftAlone) {
    Random random(21);
    int packed = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::string beginning = std::string(random.below(12), 'p') + (random.below(2) == 0 ? "1" : "-");
        const std::uint64_t width = random.below(11);
        std::vector<std::string> texts;
        for (std::uint64_t i = random.below(5) + 1; i > 0; --i) {
            std::string digits;
            for (std::uint64_t k = 0; k < width; ++k)
                digits += static_cast<char>('0' + random.below(10));
            if (random.below(3) == 0) digits = std::to_string(random.below(1'000'000));
            texts.push_back(beginning + digits);
            if (random.below(10) == 0 && !digits.empty())
                texts.back()[beginning.size() + random.below(digits.size())] =
                    static_cast<char>(random.below(256));
        }
        const std::vector<std::string> out = throughNumbers(texts);
        if (out.empty()) continue;
        ++packed;
        EXPECT_EQ(out, texts);
    }
    EXPECT_GT(packed, 1000);
}

TEST(TextPacking, HostileNumbersAreRefused) {
    const PackedInput input = joined({"id07", "id99"});
    std::vector<std::byte> good;
    ASSERT_TRUE(packNumberedTexts(input.ends, input.bytes, good));
    DecodedTexts out;
    EXPECT_FALSE(unpackNumberedTexts(good, 3, out));
    EXPECT_FALSE(unpackNumberedTexts(std::span(good).first(1), 0, out));
    std::vector<std::byte> wide = good;
    wide[0] = std::byte{10};
    EXPECT_FALSE(unpackNumberedTexts(wide, 2, out));
    std::vector<std::byte> large = good;
    std::fill(large.end() - 4, large.end(), std::byte{0xFF});
    EXPECT_FALSE(unpackNumberedTexts(large, 2, out));
    std::vector<std::byte> longer = good;
    longer[1] = std::byte{200};
    EXPECT_FALSE(unpackNumberedTexts(longer, 2, out));
}

}  // namespace
}  // namespace reckoner
