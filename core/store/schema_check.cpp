#include "core/store/schema_check.h"

#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/store_file.h"

namespace reckoner {
namespace {

using ObjectName = std::tuple<std::string, std::string, std::string>;  // type, name, table
using Schema = std::map<ObjectName, std::string>;                      // to its normalised SQL

std::string normalised(const std::string& sql) {
    std::string text;
    bool gap = false;
    for (const char c : sql) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            gap = !text.empty();
            continue;
        }
        if (gap) text += ' ';
        gap = false;
        text += c;
    }
    return text;
}

Schema schemaOf(SQLite::Database& database) {
    SQLite::Statement query(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema");
    Schema schema;
    while (query.executeStep())
        schema[{query.getColumn(0).getString(), query.getColumn(1).getString(),
                query.getColumn(2).getString()}] = normalised(query.getColumn(3).getString());
    return schema;
}

const Schema& expectedSchema(int version) {
    static std::mutex mutex;
    static std::map<int, Schema> known;
    const std::lock_guard lock(mutex);
    Schema& schema = known[version];
    if (schema.empty()) {
        const DatabasePtr fresh = buildDatabase({});
        migrate(*fresh, version);
        schema = schemaOf(*fresh);
    }
    return schema;
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
    throw Error(ErrorCode::Store,
                fmt::format("The store {} was not written by Reckoner as it is now ({}): it is not opened, "
                            "restore a backup.",
                            storeName(file), why),
                file.string());
}

}  // namespace

void verifySchema(SQLite::Database& database, int version, const std::filesystem::path& file) {
    const Schema found = schemaOf(database);
    const Schema& expected = expectedSchema(version);
    for (const auto& [object, sql] : found) {
        const auto& [type, name, table] = object;
        const auto same = expected.find(object);
        if (same == expected.end()) refuse(file, fmt::format("the {} {} was added", type, name));
        if (same->second != sql) refuse(file, fmt::format("the {} {} was changed", type, name));
    }
    for (const auto& [object, sql] : expected)
        if (!found.contains(object))
            refuse(file, fmt::format("the {} {} is missing", std::get<0>(object), std::get<1>(object)));
}

}  // namespace reckoner
