// A file that is there whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace reckoner {

using Write = std::function<void(std::string_view)>;

// Calls produce(write). Temporary file beside `file`, fsync, rename: an older file stays until the new one is
// complete. Something that is no regular file (/dev/stdout) is written directly. Throws Error{BadInput} with
// the reason.
void writeWholeFile(const std::filesystem::path& file, const std::function<void(const Write&)>& produce);

// Whether the file begins as an SQLite database does: somebody's store, not to be replaced by an export.
bool isDatabaseFile(const std::filesystem::path& file);

}  // namespace reckoner
