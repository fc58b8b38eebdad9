#include "core/store/has_uid.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace reckoner {

bool hasUid(SQLite::Database& database, std::string_view table, const std::string& uid) {
    SQLite::Statement known(database, "SELECT 1 FROM " + std::string(table) + " WHERE uid = ?");
    known.bind(1, uid);
    return known.executeStep();
}

}  // namespace reckoner
