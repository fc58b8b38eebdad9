// Whether a row that is merged is in the store already.
#pragma once

#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace reckoner {

// Whether the table, which has a column `uid`, already holds this row: what is merged twice is there once.
bool hasUid(SQLite::Database& database, std::string_view table, const std::string& uid);

}  // namespace reckoner
