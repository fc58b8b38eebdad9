// Text from outside, made safe to keep: valid UTF-8 without NUL.
#pragma once

#include <string>
#include <string_view>

namespace reckoner {

// Every byte that is no part of valid UTF-8, and every NUL, becomes U+FFFD.
std::string cleanText(std::string_view text);

// A name of a model, version or eval set: cleaned, without control characters or space around it. Throws
// Error{BadInput} saying what it is a name of when nothing is left.
std::string cleanName(std::string_view text, std::string_view of);

}  // namespace reckoner
