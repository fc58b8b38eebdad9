#include "core/report/text_table.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace reckoner {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool inAny(char32_t code, std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](const auto& r) { return code >= r.first && code <= r.second; });
}

// Control characters, and marks that reorder the text around them.
bool harmful(char32_t code) {
    return inAny(
        code,
        {{0, 0x1F}, {0x7F, 0x9F}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}});
}

std::size_t widthOf(char32_t code) {
    if (inAny(code, {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x200B, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}))
        return 0;
    if (inAny(code, {{0x1100, 0x115F},
                     {0x2E80, 0xA4CF},
                     {0xAC00, 0xD7A3},
                     {0xF900, 0xFAFF},
                     {0xFE30, 0xFE6F},
                     {0xFF00, 0xFF60},
                     {0xFFE0, 0xFFE6},
                     {0x1F300, 0x1FAFF},
                     {0x20000, 0x3FFFD}}))
        return 2;
    return 1;
}

std::string cut(const std::string& text, std::size_t columns) {
    if (displayWidth(text) <= columns) return text;
    std::size_t used = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        const Utf8Character next = utf8Character(std::string_view(text).substr(end));
        if (used + widthOf(next.code) > columns - 1) break;
        used += widthOf(next.code);
        end += next.bytes;
    }
    return text.substr(0, end) + std::string(kEllipsis);
}

}  // namespace

std::string terminalText(std::string_view text) {
    std::string clean;
    while (!text.empty()) {
        const Utf8Character next = utf8Character(text);
        if (next.code == '\n' || next.code == '\t' || next.code == '\r')
            clean += ' ';
        else if (harmful(next.code) || next.code == kReplacementCharacter)
            clean += kReplacementText;
        else
            clean += text.substr(0, next.bytes);
        text.remove_prefix(next.bytes);
    }
    return clean;
}

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Utf8Character next = utf8Character(text);
        width += widthOf(next.code);
        text.remove_prefix(next.bytes);
    }
    return width;
}

void TextTable::add(std::vector<std::string> cells) {
    cells.resize(heads_.size());
    for (std::string& cell : cells)
        cell = cut(terminalText(cell), longest_);
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::vector<std::string>> lines;
    if (std::any_of(heads_.begin(), heads_.end(), [](const Head& head) { return !head.title.empty(); })) {
        lines.emplace_back();
        for (const Head& head : heads_)
            lines.back().push_back(head.title);
    }
    lines.insert(lines.end(), rows_.begin(), rows_.end());

    std::vector<std::size_t> widths(heads_.size());
    for (const auto& line : lines)
        for (std::size_t c = 0; c < widths.size(); ++c)
            widths[c] = std::max(widths[c], displayWidth(line[c]));

    std::string out;
    for (const auto& line : lines) {
        std::string row;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const std::string gap(widths[c] - displayWidth(line[c]), ' ');
            row += (c > 0 ? "  " : "") + (heads_[c].align == Align::Right ? gap + line[c] : line[c] + gap);
        }
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + "\n";
    }
    return out;
}

}  // namespace reckoner
