// A text without the blanks around it.
#pragma once

#include <string_view>

namespace reckoner {

// The text without the spaces, tabs and line ends around it; a view into it.
std::string_view trimmed(std::string_view text);

}  // namespace reckoner
