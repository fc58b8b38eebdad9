// Numbers in files and documents: never by locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reckoner {

// The whole of text as a double (std::from_chars; a leading '+' is allowed). "inf" and "nan" in any case are
// numbers here; overflow ("1e999") gives infinity. Anything else: nothing.
std::optional<double> parseNumber(std::string_view text);

// Shortest text that reads back as the same double: "0.1", "5", "1e+30". Infinity is "inf", not a number
// "nan".
std::string shortestNumber(double number);

}  // namespace reckoner
