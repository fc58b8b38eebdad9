// Where this person's files lie (XDG Base Directory Specification): settings, data, state.
#pragma once

#include <filesystem>

namespace reckoner {

// XDG_STATE_HOME/reckoner and XDG_DATA_HOME/reckoner; a relative or empty variable is ignored, as the
// specification asks, and the default below HOME is taken. Nothing is created.
std::filesystem::path stateFolder();
std::filesystem::path userDataFolder();

}  // namespace reckoner
