// The window is another program: found beside this one, then in PATH.
#pragma once

#include <string>
#include <vector>

namespace reckoner::cli {

// Becomes reckoner-window with these arguments; its exit code is ours. Returns only by throwing Error{Usage}
// when it is not installed or does not start.
[[noreturn]] void becomeWindow(const std::vector<std::string>& arguments);

}  // namespace reckoner::cli
