#include "core/store/requirement_repository.h"

#include <map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "core/store/has_uid.h"
#include "core/store/optional_real.h"
#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

Requirement requirementAt(SQLite::Statement& row) {
    Requirement requirement;
    requirement.id = row.getColumn(0).getInt64();
    requirement.uid = row.getColumn(1).getString();
    requirement.modelId = row.getColumn(2).getInt64();
    requirement.metric = row.getColumn(3).getString();
    requirement.classOf = row.getColumn(4).getString();
    requirement.floor = realAt(row, 5);
    requirement.atMost = row.getColumn(6).getInt() != 0;
    requirement.baseline = row.getColumn(7).getString();
    requirement.byAtMost = realAt(row, 8);
    requirement.target = realAt(row, 9);
    requirement.column = row.getColumn(10).getString();
    requirement.share = realAt(row, 11);
    int at = 12;
    for (std::string* text : {&requirement.cohort, &requirement.due, &requirement.owner, &requirement.because,
                              &requirement.who, &requirement.createdAt, &requirement.supersedes})
        *text = row.getColumn(at++).getString();
    return requirement;
}

RequirementEventKind kindNamed(const std::string& text) {
    for (const auto kind : {RequirementEventKind::Waived, RequirementEventKind::Lifted})
        if (text == name(kind)) return kind;
    return RequirementEventKind::Withdrawn;
}

void addEvents(SQLite::Database& database, std::vector<RequirementRecord>& records) {
    std::map<std::int64_t, RequirementRecord*> byId;
    for (RequirementRecord& record : records)
        byId[record.requirement.id] = &record;
    SQLite::Statement query(database,
                            "SELECT id, uid, requirement_id, kind, version, until, who, why, created_at"
                            " FROM requirement_event ORDER BY created_at, id");
    while (query.executeStep()) {
        const auto record = byId.find(query.getColumn(2).getInt64());
        if (record == byId.end()) continue;
        RequirementEvent& event = record->second->events.emplace_back();
        event.id = query.getColumn(0).getInt64();
        event.uid = query.getColumn(1).getString();
        event.requirementId = record->first;
        event.kind = kindNamed(query.getColumn(3).getString());
        int at = 4;
        for (std::string* text : {&event.version, &event.until, &event.who, &event.why, &event.at})
            *text = query.getColumn(at++).getString();
    }
}

}  // namespace

std::vector<RequirementRecord> requirementsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(
        database,
        "SELECT id, uid, model_id, metric, class_of, floor, at_most, baseline, by_at_most, target,"
        " column_name, share, cohort, due, owner, because, who, created_at, supersedes"
        " FROM requirement WHERE ?1 = 0 OR model_id = ?1 ORDER BY id");
    query.bind(1, modelId);
    std::vector<RequirementRecord> records;
    while (query.executeStep())
        records.push_back({requirementAt(query), {}, {}});
    addEvents(database, records);
    setSuperseded(records);
    return records;
}

std::int64_t insertRequirement(SQLite::Database& database, Requirement requirement) {
    if (requirement.uid.empty()) requirement.uid = newUid(database);
    if (hasUid(database, "requirement", requirement.uid)) return 0;
    for (std::string* text :
         {&requirement.metric, &requirement.classOf, &requirement.baseline, &requirement.column,
          &requirement.cohort, &requirement.owner, &requirement.because, &requirement.who})
        *text = writtenText(*text, "a requirement");
    SQLite::Statement insert(
        database,
        "INSERT INTO requirement (uid, model_id, metric, class_of, at_most, baseline, column_name, cohort,"
        " due, owner, because, who, created_at, supersedes, floor, by_at_most, target, share)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, requirement.uid, requirement.modelId, requirement.metric, requirement.classOf,
                 requirement.atMost ? 1 : 0, requirement.baseline, requirement.column, requirement.cohort,
                 requirement.due, requirement.owner, requirement.because, requirement.who,
                 requirement.createdAt, requirement.supersedes);
    bindReal(insert, 15, requirement.floor);
    bindReal(insert, 16, requirement.byAtMost);
    bindReal(insert, 17, requirement.target);
    bindReal(insert, 18, requirement.share);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "requirement", id);
    return id;
}

std::int64_t insertRequirementEvent(SQLite::Database& database, RequirementEvent event) {
    if (event.uid.empty()) event.uid = newUid(database);
    if (hasUid(database, "requirement_event", event.uid)) return 0;
    for (std::string* text : {&event.version, &event.who, &event.why})
        *text = writtenText(*text, "a waiver");
    SQLite::Statement insert(
        database,
        "INSERT INTO requirement_event (uid, requirement_id, kind, version, until, who, why, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, event.uid, event.requirementId, std::string(name(event.kind)), event.version,
                 event.until, event.who, event.why, event.at);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, "requirement_event", id);
    return id;
}

}  // namespace reckoner
