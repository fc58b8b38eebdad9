#include "core/base/user_folders.h"

#include <cstdlib>
#include <string>

#include <pwd.h>
#include <unistd.h>

namespace reckoner {
namespace {

std::filesystem::path absoluteFrom(const char* variable) {
    const char* value = std::getenv(variable);
    std::filesystem::path path = value ? value : "";
    return path.is_absolute() ? path : std::filesystem::path();
}

std::filesystem::path home() {
    if (auto path = absoluteFrom("HOME"); !path.empty()) return path;
    const passwd* entry = getpwuid(getuid());
    return entry && entry->pw_dir ? entry->pw_dir : "/";
}

std::filesystem::path folder(const char* variable, const char* belowHome) {
    const auto base = absoluteFrom(variable);
    return (base.empty() ? home() / belowHome : base) / "reckoner";
}

}  // namespace

std::filesystem::path stateFolder() {
    return folder("XDG_STATE_HOME", ".local/state");
}

std::filesystem::path userDataFolder() {
    return folder("XDG_DATA_HOME", ".local/share");
}

}  // namespace reckoner
