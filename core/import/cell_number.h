// Numbers as people write them in tables: "12.3 %", "0,75", " 3 ", "NA".
#pragma once

#include <string_view>

namespace reckoner {

// "", NA, N/A, null, NaN in any case: nothing was measured.
bool isMissingToken(std::string_view text);

// The number in a cell. Spaces around it and a percent sign behind it are dropped (12.3 % is 12.3).
// missingReal() for a missing token; another NaN for text that is no number; infinity for "inf" and "1e999".
// Equal to parseNumber() to the last bit.
double cellNumber(std::string_view text, char decimal = '.');

// Plain decimal notation with the other decimal sign, as a hint for the dialect: "0,75", "-12,5 %".
bool looksLikeDecimal(std::string_view text, char decimal);

}  // namespace reckoner
