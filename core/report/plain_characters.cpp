#include "core/report/plain_characters.h"

#include <cstdint>

namespace reckoner {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

struct Decoded {
    std::uint32_t point = 0;
    std::size_t bytes = 0;  // 0: none is there
};

// The character at the beginning of `text`: its shortest form only, no surrogates.
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80) return {byte(0), 1};
    const std::size_t bytes = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC2 ? 2 : 0;
    if (bytes == 0 || byte(0) > 0xF4 || text.size() < bytes) return {};
    std::uint32_t point = byte(0) & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        point = (point << 6) | (byte(i) & 0x3FU);
    }
    constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < kLeast[bytes] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return {};
    return {point, bytes};
}

bool shows(std::uint32_t point) {
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
        const Decoded next = decode(text);
        const std::size_t bytes = next.bytes == 0 ? 1 : next.bytes;
        if (next.bytes == 0 || !shows(next.point))
            out += kReplacement;
        else
            out += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return out;
}

}  // namespace reckoner
