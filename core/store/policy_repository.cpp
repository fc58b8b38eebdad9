#include "core/store/policy_repository.h"

#include <cmath>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/clean_text.h"
#include "core/store/seal.h"

namespace reckoner {

namespace {

constexpr const char* kPolicyColumns =
    "p.id, p.version_id, p.threshold, p.tiers, p.who, p.why, p.adopted_at, p.review_by";

Policy policyAt(SQLite::Statement& query) {
    Policy policy;
    policy.id = query.getColumn(0).getInt64();
    policy.versionId = query.getColumn(1).getInt64();
    policy.threshold = query.getColumn(2).getDouble();
    policy.tiers = tierPlanFromJson(query.getColumn(3).getString());
    policy.who = query.getColumn(4).getString();
    policy.why = query.getColumn(5).getString();
    policy.adoptedAt = query.getColumn(6).getString();
    policy.reviewBy = query.getColumn(7).getString();
    return policy;
}

// A row that exists, or nothing: what comes from another store may name others.
std::optional<std::int64_t> knownRow(SQLite::Database& database, const char* table, std::int64_t id) {
    SQLite::Statement known(database, fmt::format("SELECT 1 FROM {} WHERE id = ?", table));
    known.bind(1, id);
    return known.executeStep() ? std::optional(id) : std::nullopt;
}

void bindRow(SQLite::Statement& statement, int at, const std::optional<std::int64_t>& id) {
    if (id)
        statement.bind(at, *id);
    else
        statement.bind(at);
}

}  // namespace

std::vector<Policy> policiesOf(SQLite::Database& database, std::int64_t versionId) {
    SQLite::Statement query(
        database,
        fmt::format("SELECT {} FROM policy p WHERE p.version_id = ? ORDER BY p.id DESC", kPolicyColumns));
    query.bind(1, versionId);
    std::vector<Policy> policies;
    while (query.executeStep())
        policies.push_back(policyAt(query));
    return policies;
}

std::vector<PolicyRecord> policyRecordsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(
        database,
        fmt::format("SELECT {}, v.name, e.frozen FROM policy p JOIN version v ON v.id = p.version_id "
                    "LEFT JOIN policy_evidence e ON e.policy_id = p.id "
                    "WHERE v.model_id = ? ORDER BY p.id DESC",
                    kPolicyColumns));
    query.bind(1, modelId);
    std::vector<PolicyRecord> records;
    while (query.executeStep()) {
        PolicyRecord& record = records.emplace_back();
        record.policy = policyAt(query);
        record.modelId = modelId;
        record.version = query.getColumn(8).getString();
        if (!query.getColumn(9).isNull()) record.evidence = evidenceFromJson(query.getColumn(9).getString());
    }
    setPeriods(records);
    return records;
}

std::int64_t insertPolicy(SQLite::Database& database, const Policy& policy) {
    if (std::isnan(policy.threshold)) throw Error(ErrorCode::Usage, "nan is not a threshold.");
    if (policy.tiers) check(*policy.tiers);
    if (!knownRow(database, "version", policy.versionId))
        throw Error(ErrorCode::Usage, fmt::format("There is no version {} in this store.", policy.versionId));
    SQLite::Statement insert(
        database,
        "INSERT INTO policy (version_id, threshold, tiers, who, why, adopted_at, review_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, policy.versionId, policy.tiers ? actingThreshold(*policy.tiers) : policy.threshold,
                 policy.tiers ? cleanText(tierPlanJson(*policy.tiers)) : std::string(), cleanText(policy.who),
                 cleanText(policy.why), policy.adoptedAt, cleanText(policy.reviewBy));
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "policy", id);
    return id;
}

void insertEvidence(SQLite::Database& database, std::int64_t policyId, const PolicyEvidence& evidence) {
    PolicyEvidence kept = evidence;
    const auto run = knownRow(database, "run", evidence.runId);
    const auto costs = knownRow(database, "cost_model", evidence.costModelId);
    kept.runId = run.value_or(0);
    kept.costModelId = costs.value_or(0);
    SQLite::Statement insert(
        database,
        "INSERT INTO policy_evidence (policy_id, run_id, cost_model_id, fingerprint, frozen) "
        "VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, policyId);
    bindRow(insert, 2, run);
    bindRow(insert, 3, costs);
    insert.bind(4, cleanText(evidence.fingerprint));
    insert.bind(5, cleanText(evidenceJson(kept)));
    insert.exec();
    sealRow(database, "policy_evidence", database.getLastInsertRowid());
}

std::optional<PolicyEvidence> evidenceOf(SQLite::Database& database, std::int64_t policyId) {
    SQLite::Statement query(database, "SELECT frozen FROM policy_evidence WHERE policy_id = ?");
    query.bind(1, policyId);
    if (!query.executeStep()) return std::nullopt;
    return evidenceFromJson(query.getColumn(0).getString());
}

}  // namespace reckoner
