// Small facts about the store itself, by key.
#pragma once

#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace reckoner {

std::optional<std::string> settingOf(SQLite::Database& database, const std::string& key);
void storeSetting(SQLite::Database& database, const std::string& key, const std::string& value);

}  // namespace reckoner
