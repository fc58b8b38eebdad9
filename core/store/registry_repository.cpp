#include "core/store/registry_repository.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "core/store/has_uid.h"
#include "core/store/optional_real.h"
#include "core/store/seal.h"
#include "core/store/version_repository.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

std::vector<StageChange> historyOf(SQLite::Database& database, std::int64_t versionId) {
    SQLite::Statement query(database,
                            "SELECT id, uid, stage, who, why, created_at FROM stage_change"
                            " WHERE version_id = ? ORDER BY created_at DESC, id DESC");
    query.bind(1, versionId);
    std::vector<StageChange> history;
    while (query.executeStep()) {
        StageChange& change = history.emplace_back();
        change.id = query.getColumn(0).getInt64();
        change.uid = query.getColumn(1).getString();
        change.versionId = versionId;
        change.stage = stageNamed(query.getColumn(2).getString()).value_or(Stage::None);
        change.who = query.getColumn(3).getString();
        change.why = query.getColumn(4).getString();
        change.at = query.getColumn(5).getString();
    }
    return history;
}

VersionFacts factsAt(SQLite::Statement& row, std::int64_t versionId) {
    VersionFacts facts;
    facts.id = row.getColumn(0).getInt64();
    facts.uid = row.getColumn(1).getString();
    facts.versionId = versionId;
    facts.owner = row.getColumn(2).getString();
    facts.rollbackPlan = row.getColumn(3).getString();
    facts.learntFrom = row.getColumn(4).getString();
    facts.costPerPrediction = realAt(row, 5);
    facts.currency = row.getColumn(6).getString();
    facts.latencyP50 = realAt(row, 7);
    facts.latencyP95 = realAt(row, 8);
    facts.latencyP99 = realAt(row, 9);
    facts.baseline = row.getColumn(10).getInt() != 0;
    facts.who = row.getColumn(11).getString();
    facts.at = row.getColumn(12).getString();
    return facts;
}

}  // namespace

std::vector<VersionFacts> factsOf(SQLite::Database& database, std::int64_t versionId) {
    SQLite::Statement query(
        database,
        "SELECT id, uid, owner, rollback_plan, learnt_from, cost_per_prediction, currency,"
        " latency_p50, latency_p95, latency_p99, baseline, who, created_at"
        " FROM version_facts WHERE version_id = ? ORDER BY created_at, id");
    query.bind(1, versionId);
    std::vector<VersionFacts> all;
    while (query.executeStep())
        all.push_back(factsAt(query, versionId));
    return all;
}

std::vector<RegistryEntry> registryOf(SQLite::Database& database, std::int64_t modelId) {
    std::vector<RegistryEntry> entries;
    for (const VersionRow& version : versionsOf(database, modelId)) {
        RegistryEntry& entry = entries.emplace_back();
        entry.versionId = version.id;
        entry.modelId = modelId;
        entry.version = version.name;
        entry.history = historyOf(database, version.id);
        const std::vector<VersionFacts> facts = factsOf(database, version.id);
        if (!facts.empty()) entry.facts = facts.back();
    }
    return entries;
}

bool insertStageChange(SQLite::Database& database, StageChange change) {
    if (change.uid.empty()) change.uid = newUid(database);
    if (hasUid(database, "stage_change", change.uid)) return false;
    SQLite::Statement insert(
        database,
        "INSERT INTO stage_change (uid, version_id, stage, who, why, created_at) VALUES (?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, change.uid, change.versionId, std::string(name(change.stage)),
                 writtenText(change.who, "a name"), writtenText(change.why, "a reason"), change.at);
    insert.exec();
    sealRow(database, "stage_change", database.getLastInsertRowid());
    return true;
}

bool insertVersionFacts(SQLite::Database& database, VersionFacts facts) {
    if (facts.uid.empty()) facts.uid = newUid(database);
    if (hasUid(database, "version_facts", facts.uid)) return false;
    for (std::string* text :
         {&facts.owner, &facts.rollbackPlan, &facts.learntFrom, &facts.currency, &facts.who})
        *text = writtenText(*text, "a version");
    SQLite::Statement insert(
        database,
        "INSERT INTO version_facts (uid, version_id, owner, rollback_plan, learnt_from, currency, baseline,"
        " who, created_at, cost_per_prediction, latency_p50, latency_p95, latency_p99)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, facts.uid, facts.versionId, facts.owner, facts.rollbackPlan, facts.learntFrom,
                 facts.currency, facts.baseline ? 1 : 0, facts.who, facts.at);
    bindReal(insert, 10, facts.costPerPrediction);
    bindReal(insert, 11, facts.latencyP50);
    bindReal(insert, 12, facts.latencyP95);
    bindReal(insert, 13, facts.latencyP99);
    insert.exec();
    sealRow(database, "version_facts", database.getLastInsertRowid());
    return true;
}

}  // namespace reckoner
