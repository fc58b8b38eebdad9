#include "core/store/setting_repository.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "core/store/clean_text.h"

namespace reckoner {

std::optional<std::string> settingOf(SQLite::Database& database, const std::string& key) {
    SQLite::Statement query(database, "SELECT value FROM setting WHERE key = ?");
    query.bind(1, key);
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
}

void storeSetting(SQLite::Database& database, const std::string& key, const std::string& value) {
    SQLite::Statement insert(database,
                             "INSERT INTO setting (key, value) VALUES (?1, ?2) "
                             "ON CONFLICT (key) DO UPDATE SET value = ?2");
    SQLite::bind(insert, key, cleanText(value));
    insert.exec();
}

}  // namespace reckoner
