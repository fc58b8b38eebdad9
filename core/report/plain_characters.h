// Text of people and data with nothing in it that acts instead of showing.
#pragma once

#include <string>
#include <string_view>

namespace reckoner {

// Control characters but for tab and line breaks, marks that turn the direction of writing for what follows
// (U+202A to U+202E, U+2066 to U+2069), noncharacters and bytes that are no UTF-8 as U+FFFD.
std::string plainCharacters(std::string_view text);

}  // namespace reckoner
