#include "core/import/text_conversion.h"

#include <algorithm>
#include <cstring>

namespace reckoner {

namespace {

// Bytes 0x80-0x9F as Windows-1252 has them: files called Latin-1 nearly always are. 0: no such character.
constexpr char16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
constexpr char32_t kReplacement = 0xFFFD;

std::size_t put(char32_t c, char* out) {
    if (c < 0x80) {
        out[0] = static_cast<char>(c);
        return 1;
    }
    if (c < 0x800) {
        out[0] = static_cast<char>(0xC0 | (c >> 6));
        out[1] = static_cast<char>(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = static_cast<char>(0xE0 | (c >> 12));
        out[1] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out[2] = static_cast<char>(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = static_cast<char>(0xF0 | (c >> 18));
    out[1] = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out[2] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out[3] = static_cast<char>(0x80 | (c & 0x3F));
    return 4;
}

unsigned byteAt(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

unsigned unitAt(std::string_view text, std::size_t i, bool bigEndian) {
    const unsigned first = byteAt(text, i);
    const unsigned second = byteAt(text, i + 1);
    return bigEndian ? first << 8 | second : second << 8 | first;
}

}  // namespace

Converted fromLatin1(std::string_view in, char* out, std::size_t room) {
    Converted done;
    while (done.used < in.size() && done.written + 4 <= room) {
        char32_t c = byteAt(in, done.used++);
        if (c >= 0x80 && c < 0xA0 && kWindows1252[c - 0x80] != 0) c = kWindows1252[c - 0x80];
        done.written += put(c, out + done.written);
    }
    return done;
}

Converted fromUtf16(std::string_view in, bool bigEndian, bool last, char* out, std::size_t room) {
    Converted done;
    while (done.written + 4 <= room && done.used < in.size()) {
        const std::size_t left = in.size() - done.used;
        if (left == 1 && !last) break;
        char32_t c = left == 1 ? kReplacement : unitAt(in, done.used, bigEndian);
        std::size_t used = std::min<std::size_t>(left, 2);
        bool bad = left == 1;
        if (c >= 0xD800 && c < 0xE000) {
            if (c < 0xDC00 && left < 4 && !last) break;
            const unsigned low = left >= 4 ? unitAt(in, done.used + 2, bigEndian) : 0;
            if (c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                used = 4;
            } else {
                c = kReplacement;
                bad = true;
            }
        }
        done.repaired += bad ? 1 : 0;
        done.written += put(c, out + done.written);
        done.used += used;
    }
    return done;
}

int utf8Length(std::string_view bytes) {
    const unsigned first = byteAt(bytes, 0);
    if (first < 0x80) return 1;
    const int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    for (int i = 1; i < length; ++i) {
        if (static_cast<std::size_t>(i) == bytes.size()) return -1;
        const unsigned byte = byteAt(bytes, static_cast<std::size_t>(i));
        unsigned low = 0x80;
        unsigned high = 0xBF;
        if (i == 1) {  // no overlong forms, no surrogates, nothing above U+10FFFF
            if (first == 0xE0) low = 0xA0;
            if (first == 0xED) high = 0x9F;
            if (first == 0xF0) low = 0x90;
            if (first == 0xF4) high = 0x8F;
        }
        if (byte < low || byte > high) return 0;
    }
    return length;
}

Converted fromBrokenUtf8(std::string_view in, bool last, char* out, std::size_t room) {
    Converted done;
    while (done.used < in.size() && done.written + 4 <= room) {
        const std::string_view rest = in.substr(done.used);
        const int length = utf8Length(rest);
        if (length == -1 && !last) break;
        if (length > 0) {
            std::memcpy(out + done.written, rest.data(), static_cast<std::size_t>(length));
            done.written += static_cast<std::size_t>(length);
            done.used += static_cast<std::size_t>(length);
            continue;
        }
        done.written += put(kReplacement, out + done.written);
        ++done.used;
        ++done.repaired;
    }
    return done;
}

bool mostlyUtf8(std::string_view text) {
    std::size_t good = 0;
    std::size_t bad = 0;
    while (!text.empty()) {
        const int length = utf8Length(text);
        good += length > 1 ? 1 : 0;
        bad += length == 0 ? 1 : 0;
        text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    }
    return good > 0 && good >= bad;
}

std::size_t cutCharacter(std::string_view text) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const unsigned byte = byteAt(text, text.size() - back);
        if (byte < 0x80) return 0;
        if (byte < 0xC0) continue;
        return utf8Length(text.substr(text.size() - back)) == -1 ? back : 0;
    }
    return 0;
}

}  // namespace reckoner
