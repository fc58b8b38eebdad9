// Every key that pages keep in ReviewState::options, for whoever writes one by hand.
#pragma once

#include <string>
#include <vector>

namespace reckoner {

const std::vector<std::string>& optionNames();
// One of them, or one that begins with a name that ends in a dot.
bool isOptionName(const std::string& name);

}  // namespace reckoner
