// Lower case, so that text can be looked for whatever its case.
#pragma once

#include <string>
#include <string_view>

namespace reckoner {

// Lower case for the letters of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; every other byte stays.
// Never changes the length in bytes.
std::string foldCase(std::string_view utf8);

}  // namespace reckoner
