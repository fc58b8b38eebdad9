// A store from somebody else may hold a schema that does things: it has to be the one we would have written.
#pragma once

#include <filesystem>

namespace SQLite {
class Database;
}

namespace reckoner {

// Reads sqlite_schema and nothing else. Throws Error{Store} unless tables and indexes are, but for white
// space, those of a new store of this version, without triggers or views.
void verifySchema(SQLite::Database& database, int version, const std::filesystem::path& file);

}  // namespace reckoner
