// Text in other encodings, turned into UTF-8 piece by piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reckoner {

// One conversion step: how many bytes of the input were used and of the output written.
struct Converted {
    std::size_t used = 0;
    std::size_t written = 0;
    std::uint64_t repaired = 0;  // bytes or units that were no characters and became U+FFFD
};

// Each stops when fewer than 4 bytes of room are left, or at a character that is cut by the end of the input
// unless `last`.
Converted fromLatin1(std::string_view in, char* out, std::size_t room);
Converted fromUtf16(std::string_view in, bool bigEndian, bool last, char* out, std::size_t room);
Converted fromBrokenUtf8(std::string_view in, bool last, char* out, std::size_t room);

// Length of the character that begins with these bytes, 0 when they begin none, -1 when it is cut by the end.
int utf8Length(std::string_view bytes);
// Whether text that is not all UTF-8 is UTF-8 with damage (true) or another encoding.
bool mostlyUtf8(std::string_view text);
// How many bytes at the end are the beginning of a character that is not complete: 0 to 3.
std::size_t cutCharacter(std::string_view text);

}  // namespace reckoner
