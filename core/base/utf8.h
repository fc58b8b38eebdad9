// Reading UTF-8 a character at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace reckoner {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;
inline constexpr std::string_view kReplacementText = "\xEF\xBF\xBD";

struct Utf8Character {
    char32_t code = kReplacementCharacter;
    std::size_t bytes = 1;
    bool valid = false;
};

// The character at the front of `text`. Malformed, overlong and surrogate sequences are one byte of
// U+FFFD that is not valid (Unicode 15, table 3-7). Precondition: text is not empty.
Utf8Character utf8Character(std::string_view text);

}  // namespace reckoner
