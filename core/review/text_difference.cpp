#include "core/review/text_difference.h"

#include <algorithm>
#include <cstdint>

namespace reckoner {
namespace {

constexpr std::size_t kMostWords = 2'000;

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Each word with the space behind it; together they are the text.
std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = begin;
        while (end < text.size() && !isSpace(text[end]))
            ++end;
        while (end < text.size() && isSpace(text[end]))
            ++end;
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

void append(std::vector<TextPart>& parts, TextPart::Kind kind, std::string_view text) {
    if (parts.empty() || parts.back().kind != kind) parts.push_back({kind, {}});
    parts.back().text += text;
}

}  // namespace

std::vector<TextPart> textDifference(std::string_view before, std::string_view after) {
    using Kind = TextPart::Kind;
    std::vector<TextPart> parts;
    const auto old = wordsOf(before), now = wordsOf(after);
    if (old.size() > kMostWords || now.size() > kMostWords) {
        if (before == after) return {{Kind::Same, std::string(after)}};
        return {{Kind::Removed, std::string(before)}, {Kind::Added, std::string(after)}};
    }
    // length[i][j]: of the longest common subsequence of old[i..] and now[j..].
    const std::size_t columns = now.size() + 1;
    std::vector<std::uint16_t> length((old.size() + 1) * columns, 0);
    for (std::size_t i = old.size(); i-- > 0;)
        for (std::size_t j = now.size(); j-- > 0;)
            length[i * columns + j] =
                old[i] == now[j] ? static_cast<std::uint16_t>(length[(i + 1) * columns + j + 1] + 1)
                                 : std::max(length[(i + 1) * columns + j], length[i * columns + j + 1]);
    std::string removed, added;
    const auto flush = [&] {
        if (!removed.empty()) append(parts, Kind::Removed, removed);
        if (!added.empty()) append(parts, Kind::Added, added);
        removed.clear();
        added.clear();
    };
    std::size_t i = 0, j = 0;
    while (i < old.size() || j < now.size()) {
        if (i < old.size() && j < now.size() && old[i] == now[j]) {
            flush();
            append(parts, Kind::Same, now[j]);
            ++i;
            ++j;
        } else if (j == now.size() ||
                   (i < old.size() && length[(i + 1) * columns + j] >= length[i * columns + j + 1])) {
            removed += old[i++];
        } else {
            added += now[j++];
        }
    }
    flush();
    return parts;
}

}  // namespace reckoner
