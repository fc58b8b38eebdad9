#include "core/base/data_folder.h"

#include <cstdlib>

#include "core/base/error.h"

namespace reckoner {

std::filesystem::path programFolder() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

std::filesystem::path dataFolder() {
    std::error_code ignored;
    if (const char* named = std::getenv("RECKONER_DATA"); named && *named) {
        if (std::filesystem::is_directory(named, ignored)) return named;
        throw Error(ErrorCode::BadInput, "RECKONER_DATA names \"" + std::string(named) +
                                             "\", which is not a folder; unset it or correct it.");
    }
    const auto installed = programFolder().parent_path() / "share" / "reckoner";
    if (std::filesystem::is_directory(installed, ignored)) return installed;
    if (std::filesystem::is_directory(RECKONER_SOURCE_RESOURCES, ignored)) return RECKONER_SOURCE_RESOURCES;
    throw Error(ErrorCode::BadInput, "The program's own data are not in \"" + installed.string() +
                                         "\"; install Reckoner again, or set RECKONER_DATA to their folder.");
}

}  // namespace reckoner
