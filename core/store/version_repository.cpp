#include "core/store/version_repository.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "core/store/seal.h"

namespace reckoner {

std::vector<VersionRow> versionsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(database,
                            "SELECT v.id, v.model_id, v.name, v.algorithm, v.changelog, v.parent,"
                            " (SELECT count(*) FROM run r WHERE r.version_id = v.id) "
                            "FROM version v WHERE v.model_id = ? ORDER BY v.id");
    query.bind(1, modelId);
    std::vector<VersionRow> versions;
    while (query.executeStep()) {
        VersionRow version;
        version.id = query.getColumn(0).getInt64();
        version.modelId = query.getColumn(1).getInt64();
        version.name = query.getColumn(2).getString();
        version.algorithm = query.getColumn(3).getString();
        version.changelog = query.getColumn(4).getString();
        version.parent = query.getColumn(5).getString();
        version.runs = static_cast<std::uint64_t>(query.getColumn(6).getInt64());
        versions.push_back(std::move(version));
    }
    return versions;
}

std::int64_t versionForRun(SQLite::Database& database, std::int64_t modelId, const VersionRow& said,
                           const std::string& now) {
    SQLite::Statement insert(database,
                             "INSERT INTO version (model_id, name, algorithm, changelog, parent, created_at) "
                             "VALUES (?, ?, '', '', '', ?) ON CONFLICT (model_id, name) DO NOTHING");
    SQLite::bind(insert, modelId, said.name, now);
    insert.exec();
    SQLite::Statement fill(database,
                           "UPDATE version SET"
                           " algorithm = CASE algorithm WHEN '' THEN ?3 ELSE algorithm END,"
                           " changelog = CASE changelog WHEN '' THEN ?4 ELSE changelog END,"
                           " parent = CASE parent WHEN '' THEN ?5 ELSE parent END "
                           "WHERE model_id = ?1 AND name = ?2");
    SQLite::bind(fill, modelId, said.name, said.algorithm, said.changelog, said.parent);
    fill.exec();
    SQLite::Statement query(database, "SELECT id FROM version WHERE model_id = ? AND name = ?");
    SQLite::bind(query, modelId, said.name);
    query.executeStep();
    const std::int64_t id = query.getColumn(0).getInt64();
    query.reset();
    sealRow(database, "version", id);
    return id;
}

}  // namespace reckoner
