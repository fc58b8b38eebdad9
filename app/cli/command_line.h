// From the arguments to an exit code.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

namespace reckoner::cli {

// arguments: without the program's name. Catches everything; the codes are those of CLI.md.
int commandLine(const std::vector<std::string>& arguments, const std::stop_token& stop);

}  // namespace reckoner::cli
