// "did you mean" for names that do not exist.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

// At most three of the names that a typing slip could have turned into `wrong`, nearest first.
std::vector<std::string> nearNames(std::string_view wrong, const std::vector<std::string>& names);

// "; did you mean \"metrics\"?" or "." when nothing is near.
std::string didYouMean(std::string_view wrong, const std::vector<std::string>& names);

}  // namespace reckoner
