// Comparing text the way people look for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

// Lower case for the letters of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; every other byte stays.
// Never changes the length in bytes.
std::string foldCase(std::string_view utf8);

// Insertions, deletions and replacements of bytes between two texts. O(a x b).
std::size_t editDistance(std::string_view a, std::string_view b);

// The candidates nearest to a mistyped name, best first, at most `limit`; empty when none is near.
std::vector<std::string> nearNames(std::string_view name, const std::vector<std::string>& candidates,
                                   std::size_t limit = 3);

}  // namespace reckoner
