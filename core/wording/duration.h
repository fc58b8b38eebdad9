// Times as people say them.
#pragma once

#include <string>

namespace reckoner {

// What is left of long work: "a moment", "about 20 s", "about 3 min". Rounded so that it does not flicker.
std::string remaining(double seconds);

}  // namespace reckoner
