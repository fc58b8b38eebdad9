#include "core/review/text_difference.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace reckoner {
namespace {

std::string without(const std::vector<TextPart>& parts, TextPart::Kind kind) {
    std::string text;
    for (const TextPart& part : parts)
        if (part.kind != kind) text += part.text;
    return text;
}

std::size_t sameWords(const std::vector<TextPart>& parts) {
    std::size_t words = 0;
    for (const TextPart& part : parts)
        if (part.kind == TextPart::Kind::Same)
            words += static_cast<std::size_t>(std::count(part.text.begin(), part.text.end(), ' '));
    return words;
}

// Every subset of the shorter text's words, tried one by one.
std::size_t longestCommon(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::size_t best = 0;
    for (unsigned chosen = 0; chosen < (1U << a.size()); ++chosen) {
        std::size_t at = 0, n = 0;
        bool fits = true;
        for (std::size_t i = 0; i < a.size() && fits; ++i) {
            if (!(chosen >> i & 1U)) continue;
            while (at < b.size() && b[at] != a[i])
                ++at;
            fits = at < b.size();
            ++at;
            ++n;
        }
        if (fits) best = std::max(best, n);
    }
    return best;
}

TEST(TextDifference, ShowsTheWordsThatChanged) {
    using Kind = TextPart::Kind;
    EXPECT_EQ(
        textDifference("70 of 100 caught", "75 of 100 caught"),
        (std::vector<TextPart>{{Kind::Removed, "70 "}, {Kind::Added, "75 "}, {Kind::Same, "of 100 caught"}}));
    EXPECT_EQ(textDifference("", "new"), (std::vector<TextPart>{{Kind::Added, "new"}}));
    EXPECT_TRUE(textDifference("", "").empty());
}

TEST(TextDifference, BothTextsCanBeReadFromItAndNothingMoreIsKept) {
    Random random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> a, b;
        std::string before, after;
        for (std::size_t n = random.below(9); a.size() < n;)
            before += a.emplace_back(std::string(1, static_cast<char>('a' + random.below(4)))) + " ";
        for (std::size_t n = random.below(9); b.size() < n;)
            after += b.emplace_back(std::string(1, static_cast<char>('a' + random.below(4)))) + " ";
        const auto parts = textDifference(before, after);
        EXPECT_EQ(without(parts, TextPart::Kind::Added), before);
        EXPECT_EQ(without(parts, TextPart::Kind::Removed), after);
        EXPECT_EQ(sameWords(parts), longestCommon(a, b)) << before << "| " << after;
    }
}

TEST(TextDifference, VeryLongTextsAreTakenWhole) {
    std::string longText;
    for (int i = 0; i < 3'000; ++i)
        longText += "word ";
    EXPECT_EQ(textDifference(longText, longText + "x").size(), 2U);
    EXPECT_EQ(textDifference(longText, longText).size(), 1U);
}

}  // namespace
}  // namespace reckoner
