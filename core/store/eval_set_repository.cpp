#include "core/store/eval_set_repository.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

namespace reckoner {

std::optional<EvalSetRow> evalSetNamed(SQLite::Database& database, std::int64_t modelId,
                                       const std::string& name) {
    SQLite::Statement query(database,
                            "SELECT id, samples, fingerprint FROM eval_set WHERE model_id = ? AND name = ?");
    SQLite::bind(query, modelId, name);
    if (!query.executeStep()) return std::nullopt;
    return EvalSetRow{query.getColumn(0).getInt64(),
                      static_cast<std::uint64_t>(query.getColumn(1).getInt64()),
                      query.getColumn(2).getString()};
}

EvalSetRow insertEvalSet(SQLite::Database& database, std::int64_t modelId, const std::string& name,
                         const std::string& fingerprint, const std::string& now) {
    SQLite::Statement insert(database,
                             "INSERT INTO eval_set (model_id, name, fingerprint, samples, created_at) "
                             "VALUES (?, ?, ?, 0, ?)");
    SQLite::bind(insert, modelId, name, fingerprint, now);
    insert.exec();
    return {database.getLastInsertRowid(), 0, fingerprint};
}

void storeSampleCount(SQLite::Database& database, std::int64_t evalSetId, std::uint64_t samples) {
    SQLite::Statement update(database, "UPDATE eval_set SET samples = ? WHERE id = ?");
    SQLite::bind(update, static_cast<std::int64_t>(samples), evalSetId);
    update.exec();
}

}  // namespace reckoner
