#include "core/store/policy_repository.h"

#include <cmath>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/clean_text.h"
#include "core/store/seal.h"

namespace reckoner {

std::vector<Policy> policiesOf(SQLite::Database& database, std::int64_t versionId) {
    SQLite::Statement query(database,
                            "SELECT id, version_id, threshold, who, why, adopted_at, review_by FROM policy "
                            "WHERE version_id = ? ORDER BY id DESC");
    query.bind(1, versionId);
    std::vector<Policy> policies;
    while (query.executeStep()) {
        Policy policy;
        policy.id = query.getColumn(0).getInt64();
        policy.versionId = query.getColumn(1).getInt64();
        policy.threshold = query.getColumn(2).getDouble();
        policy.who = query.getColumn(3).getString();
        policy.why = query.getColumn(4).getString();
        policy.adoptedAt = query.getColumn(5).getString();
        policy.reviewBy = query.getColumn(6).getString();
        policies.push_back(std::move(policy));
    }
    return policies;
}

std::int64_t insertPolicy(SQLite::Database& database, const Policy& policy) {
    if (std::isnan(policy.threshold)) throw Error(ErrorCode::Usage, "nan is not a threshold.");
    SQLite::Statement known(database, "SELECT 1 FROM version WHERE id = ?");
    known.bind(1, policy.versionId);
    if (!known.executeStep())
        throw Error(ErrorCode::Usage, fmt::format("There is no version {} in this store.", policy.versionId));
    SQLite::Statement insert(database,
                             "INSERT INTO policy (version_id, threshold, who, why, adopted_at, review_by) "
                             "VALUES (?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, policy.versionId, policy.threshold, cleanText(policy.who), cleanText(policy.why),
                 policy.adoptedAt, cleanText(policy.reviewBy));
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "policy", id);
    return id;
}

}  // namespace reckoner
