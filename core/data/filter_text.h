// Building an expression from what was clicked.
#pragma once

#include <string>
#include <string_view>

namespace reckoner {

// A column's name and a text value as they are written in an expression, quoted where needed:
// Filter::parse(filterName(c) + " = " + filterText(v)) finds exactly that value of that column.
std::string filterName(std::string_view column);
std::string filterText(std::string_view value);

}  // namespace reckoner
