// The stores opened lately; one list for the window and the command line.
#pragma once

#include <filesystem>
#include <vector>

namespace reckoner {

// At most ten, newest first, as written in stateFolder()/recent (one absolute path a line). They need not
// exist any more. A list that cannot be read is an empty one.
std::vector<std::filesystem::path> recentStores();

// Puts a store on top. Never throws: a list of conveniences is not worth a failure (read-only home, full
// disk).
void rememberStore(const std::filesystem::path& store) noexcept;

// The newest one that is still there, else userDataFolder()/default.reckoner, which need not exist.
std::filesystem::path defaultStore();

}  // namespace reckoner
