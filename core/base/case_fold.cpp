#include "core/base/case_fold.h"

#include <cstddef>

namespace reckoner {
namespace {

// Lower case of a code point of two UTF-8 bytes (U+0080 to U+07FF), itself when it has none there.
unsigned foldTwoBytes(unsigned c) {
    const auto in = [c](unsigned first, unsigned last) { return c >= first && c <= last; };
    if (in(0xC0, 0xDE) && c != 0xD7) return c + 32;
    if (in(0x100, 0x12F) || in(0x132, 0x137) || in(0x14A, 0x177)) return c | 1;
    if (in(0x139, 0x148) || in(0x179, 0x17E)) return c + (c & 1);
    if (c == 0x178) return 0xFF;
    if (in(0x391, 0x3A9) && c != 0x3A2) return c + 32;
    if (in(0x410, 0x42F)) return c + 32;
    if (in(0x400, 0x40F)) return c + 80;
    return c;
}

}  // namespace

std::string foldCase(std::string_view utf8) {
    std::string result(utf8);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto lead = static_cast<unsigned char>(result[i]);
        if (lead >= 'A' && lead <= 'Z') result[i] = static_cast<char>(lead + 32);
        if (lead < 0xC2 || lead > 0xDF || i + 1 == result.size()) continue;
        const auto next = static_cast<unsigned char>(result[i + 1]);
        if ((next & 0xC0) != 0x80) continue;
        const unsigned folded = foldTwoBytes(((lead & 0x1FU) << 6) | (next & 0x3FU));
        result[i] = static_cast<char>(0xC0 | (folded >> 6));
        result[++i] = static_cast<char>(0x80 | (folded & 0x3FU));
    }
    return result;
}

}  // namespace reckoner
