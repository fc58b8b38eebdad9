#include "core/report/plain_characters.h"

#include "core/base/utf8.h"

namespace reckoner {
namespace {

bool shows(char32_t point) {
    if (point < 0x20) return point == '\n' || point == '\t' || point == '\r';
    if (point >= 0x7F && point <= 0x9F) return false;
    if ((point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)) return false;
    return (point & 0xFFFE) != 0xFFFE && !(point >= 0xFDD0 && point <= 0xFDEF);
}

}  // namespace

std::string plainCharacters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Utf8Character next = utf8Character(text);
        if (next.valid && shows(next.code))
            out += text.substr(0, next.bytes);
        else
            out += kReplacementText;
        text.remove_prefix(next.bytes);
    }
    return out;
}

}  // namespace reckoner
