// The files that come with the program: demo data, glossary, icons.
#pragma once

#include <filesystem>

namespace reckoner {

// RECKONER_DATA when set, else ../share/reckoner beside the running program, else the source tree's
// resources. Throws Error{BadInput} when none of them is there, or when RECKONER_DATA names no folder.
std::filesystem::path dataFolder();

// Folder of the running program.
std::filesystem::path programFolder();

}  // namespace reckoner
