#include "core/wording/case_words.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "core/wording/number_format.h"

namespace reckoner {
namespace {

// Zeros at the end of decimals say nothing.
std::string withoutZeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string notANumber(double number) {
    if (isMissingReal(number)) return "missing";
    return std::isnan(number) ? "n/a" : number > 0 ? "∞" : "−∞";
}

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// A control character as its picture (U+2400 and on); a line end as a return sign.
void appendVisible(std::string& line, unsigned char byte) {
    if (byte == '\n') {
        line += "⏎";
    } else if (byte == '\t') {
        line += ' ';
    } else if (byte == 0x7F) {
        line += "␡";
    } else {
        line += '\xE2';
        line += '\x90';
        line += static_cast<char>(0x80 + byte);
    }
}

// Signs that reorder what stands around them (U+202A to U+202E, U+2066 to U+2069) are shown by name: nobody
// sees "exe.gpj" where "gpj.exe" stands.
std::string_view nameOfReordering(std::string_view letter) {
    static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
        {"\u202A", "‹LRE›"}, {"\u202B", "‹RLE›"}, {"\u202C", "‹PDF›"},
        {"\u202D", "‹LRO›"}, {"\u202E", "‹RLO›"}, {"\u2066", "‹LRI›"},
        {"\u2067", "‹RLI›"}, {"\u2068", "‹FSI›"}, {"\u2069", "‹PDI›"},
    };
    for (const auto& [sign, name] : kNames)
        if (letter == sign) return name;
    return {};
}

}  // namespace

std::string caseNumber(double number) {
    if (!std::isfinite(number)) return notANumber(number);
    const double size = std::abs(number);
    if (size >= 1e15 || (size > 0 && size < 1e-6)) return fmt::format("{:.3g}", number);
    const int decimals = size >= 1000 || size == 0 ? 2 : size >= 1 ? 3 : size >= 0.001 ? 4 : 7;
    return withoutZeros(fixed(number, decimals));
}

std::string caseScore(double score, double axis) {
    if (!std::isfinite(score)) return notANumber(score);
    const int digits = static_cast<int>(std::floor(std::log10(axis > 0 ? axis : 1) + 1e-9));
    return fixed(score, std::clamp(3 - digits, 0, 6));
}

std::string caseMoney(double amount) {
    if (!std::isfinite(amount)) return notANumber(amount);
    const bool small = std::abs(amount) < 10 && amount != std::floor(amount);
    return fixed(amount, small ? 2 : 0);
}

std::string caseTime(double seconds, std::string_view timeFormat) {
    if (!std::isfinite(seconds) || std::abs(seconds) > 1e12) return notANumber(seconds);
    using namespace std::chrono;
    const auto milliseconds = static_cast<std::int64_t>(std::llround(seconds * 1000));
    const std::int64_t dayLength = 86'400'000;
    std::int64_t day = milliseconds / dayLength;
    if (milliseconds % dayLength < 0) --day;
    const std::int64_t inDay = milliseconds - day * dayLength;
    const year_month_day date{sys_days{days{day}}};
    std::string text =
        fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
    if (timeFormat == "date") return text;
    text += fmt::format(" {:02}:{:02}", inDay / 3'600'000, inDay / 60'000 % 60);
    if (timeFormat == "minute") return text;
    return text + fmt::format(":{:02}", inDay / 1000 % 60);
}

std::string caseLine(std::string_view text, std::size_t most) {
    std::string line;
    std::size_t shown = 0;
    std::size_t at = 0;
    while (at < text.size() && shown < most) {
        const auto byte = static_cast<unsigned char>(text[at++]);
        if (byte == '\r' && at < text.size() && text[at] == '\n') continue;
        ++shown;
        if (byte < 0x20 || byte == 0x7F) {
            appendVisible(line, byte);
            continue;
        }
        const std::size_t begin = at - 1;
        while (at < text.size() && continues(text[at]))
            ++at;
        const std::string_view letter = text.substr(begin, at - begin);
        const std::string_view named = letter.size() == 3 ? nameOfReordering(letter) : std::string_view();
        line += named.empty() ? letter : named;
    }
    return at < text.size() ? line + "…" : line;
}

std::string listedText(std::uint64_t listed, std::uint64_t all, const std::string& samples) {
    if (listed == all) return fmt::format("{} {}", count(all), samples);
    return fmt::format("{} of {} {}", count(listed), count(all), samples);
}

}  // namespace reckoner
