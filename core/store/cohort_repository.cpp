#include "core/store/cohort_repository.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/model_repository.h"
#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

constexpr std::string_view kCohortsTable = "cohort";
constexpr const char* kSelectCohorts =
    "SELECT id, uid, model_id, name, expression, value, churn, regulation, owner, who, changed_at"
    " FROM cohort ";

Cohort cohortOf(SQLite::Statement& row) {
    Cohort cohort;
    cohort.id = row.getColumn(0).getInt64();
    cohort.uid = row.getColumn(1).getString();
    cohort.modelId = row.getColumn(2).getInt64();
    int at = 3;
    for (std::string* field : {&cohort.name, &cohort.expression, &cohort.value, &cohort.churn,
                               &cohort.regulation, &cohort.owner, &cohort.who, &cohort.changedAt})
        *field = row.getColumn(at++).getString();
    return cohort;
}

std::optional<Cohort> firstFrom(SQLite::Statement& query) {
    if (!query.executeStep()) return std::nullopt;
    return cohortOf(query);
}

std::optional<Cohort> cohortWithId(SQLite::Database& database, std::int64_t id) {
    SQLite::Statement query(database, fmt::format("{}WHERE id = ?", kSelectCohorts));
    query.bind(1, id);
    return firstFrom(query);
}

Cohort cleaned(const Cohort& given) {
    Cohort cohort = given;
    for (std::string* field : {&cohort.uid, &cohort.expression, &cohort.value, &cohort.churn,
                               &cohort.regulation, &cohort.owner, &cohort.who})
        *field = writtenText(*field, "a cohort");
    cohort.name = trimmedText(given.name, "a cohort");
    if (cohort.name.empty()) throw Error(ErrorCode::Usage, "The cohort has no name: give it one.");
    return cohort;
}

std::optional<Cohort> storedOf(SQLite::Database& database, const Cohort& cohort) {
    if (!cohort.uid.empty()) return cohortWithUid(database, cohort.uid);
    if (cohort.id == 0) return std::nullopt;
    const auto stored = cohortWithId(database, cohort.id);
    if (!stored)
        throw Error(ErrorCode::Usage,
                    fmt::format("There is no cohort {} in this store any more.", cohort.id));
    return stored;
}

void requireFreeName(SQLite::Database& database, const Cohort& cohort, std::int64_t own) {
    const auto named = cohortNamed(database, cohort.modelId, cohort.name);
    if (named && named->id != own)
        throw Error(ErrorCode::Usage,
                    fmt::format("There is a cohort {} already: choose another name.", cohort.name));
}

void updateCohort(SQLite::Database& database, const Cohort& cohort) {
    SQLite::Statement update(database,
                             "UPDATE cohort SET name = ?, expression = ?, value = ?, churn = ?, regulation = "
                             "?, owner = ?, who = ?,"
                             " changed_at = ? WHERE id = ?");
    SQLite::bind(update, cohort.name, cohort.expression, cohort.value, cohort.churn, cohort.regulation,
                 cohort.owner, cohort.who, cohort.changedAt, cohort.id);
    update.exec();
    sealRow(database, kCohortsTable, cohort.id);
}

}  // namespace

std::vector<Cohort> cohortsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(database, fmt::format("{}WHERE model_id = ? ORDER BY name", kSelectCohorts));
    query.bind(1, modelId);
    std::vector<Cohort> cohorts;
    while (query.executeStep())
        cohorts.push_back(cohortOf(query));
    return cohorts;
}

std::optional<Cohort> cohortWithUid(SQLite::Database& database, const std::string& uid) {
    SQLite::Statement query(database, fmt::format("{}WHERE uid = ?", kSelectCohorts));
    query.bind(1, uid);
    return firstFrom(query);
}

std::optional<Cohort> cohortNamed(SQLite::Database& database, std::int64_t modelId, const std::string& name) {
    SQLite::Statement query(database, fmt::format("{}WHERE model_id = ? AND name = ?", kSelectCohorts));
    query.bind(1, modelId);
    query.bind(2, name);
    return firstFrom(query);
}

Cohort saveCohort(SQLite::Database& database, const Cohort& given, const std::string& now) {
    Cohort cohort = cleaned(given);
    requireModel(database, cohort.modelId);
    const auto stored = storedOf(database, cohort);
    requireFreeName(database, cohort, stored ? stored->id : 0);
    cohort.changedAt = now;
    if (!stored) {
        if (cohort.uid.empty()) cohort.uid = newUid(database);
        cohort.id = insertCohort(database, cohort);
        return cohort;
    }
    if (sameContent(cohort, *stored)) return *stored;
    if (!given.changedAt.empty() && given.changedAt != stored->changedAt)
        throw Error(
            ErrorCode::Usage,
            fmt::format("Somebody else changed the cohort {} meanwhile: look at it again, then change "
                        "it.",
                        stored->name));
    cohort.id = stored->id;
    cohort.uid = stored->uid;
    updateCohort(database, cohort);
    return cohort;
}

std::int64_t insertCohort(SQLite::Database& database, const Cohort& cohort) {
    SQLite::Statement insert(
        database,
        "INSERT INTO cohort (uid, model_id, name, expression, value, churn, regulation, owner, who,"
        " changed_at, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, cohort.uid, cohort.modelId, cohort.name, cohort.expression, cohort.value,
                 cohort.churn, cohort.regulation, cohort.owner, cohort.who, cohort.changedAt);
    if (cohort.id != 0 && !cohortWithId(database, cohort.id)) insert.bind(11, cohort.id);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, kCohortsTable, id);
    return id;
}

void removeCohortWithId(SQLite::Database& database, std::int64_t id) {
    removeSealedRow(database, kCohortsTable, id);
}

}  // namespace reckoner
