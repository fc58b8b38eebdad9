// What people wrote carries a hash a row and a digest a table, so that changes made outside the program show.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace reckoner {

// Tables whose rows are sealed; each has `id` and `content_hash`.
std::span<const std::string_view> sealedTables();

// Call after every INSERT or UPDATE of a sealed row, in the same transaction.
void sealRow(SQLite::Database& database, std::string_view table, std::int64_t id);

// Deletes a sealed row and takes it out of the digest. Nothing happens when it is not there.
void removeSealedRow(SQLite::Database& database, std::string_view table, std::int64_t id);

// Sentences about rows that were changed, added or removed outside. Empty: none, or a store
// of an older schema without this table.
std::vector<std::string> brokenSeals(SQLite::Database& database, std::string_view table);

}  // namespace reckoner
