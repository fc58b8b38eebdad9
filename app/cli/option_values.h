// Option texts as values; what cannot be one is wrong usage, said with the option's name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner::cli {

// Empty text: not said. Throws Error{Usage} when it is no number, or NaN.
std::optional<double> numberOption(std::string_view option, const std::string& text);

// "a,b,c" -> a, b, c; empty parts are left out.
std::vector<std::string> listOption(const std::string& text);

// One character: ";", "\t", "tab". Empty text: not said.
std::optional<char> characterOption(std::string_view option, const std::string& text);

}  // namespace reckoner::cli
