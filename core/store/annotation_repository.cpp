#include "core/store/annotation_repository.h"

#include <algorithm>
#include <cmath>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

constexpr std::string_view kTable = "annotation";
constexpr const char* kSelectAnnotations =
    "SELECT id, uid, model_id, sample_id, text, expected, produced, happened, user, context, action, owner,"
    " tags, severity, cost, status, author, seen_on_version, created_at, changed_at, changed_by, revision,"
    " conflict_with FROM annotation ";

std::string tagsJson(const std::vector<std::string>& tags) {
    return nlohmann::json(tags).dump();
}

std::vector<std::string> tagsFromJson(const std::string& json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_array())
        throw Error(ErrorCode::Store, "The store is damaged: the tags of a note are unreadable.");
    std::vector<std::string> tags;
    for (const auto& tag : parsed)
        if (tag.is_string()) tags.push_back(tag.get<std::string>());
    return tags;
}

Annotation annotationOf(SQLite::Statement& row) {
    int at = 0;
    const auto text = [&] { return row.getColumn(at++).getString(); };
    Annotation note;
    note.id = row.getColumn(at++).getInt64();
    note.uid = text();
    note.modelId = row.getColumn(at++).getInt64();
    for (std::string* field : {&note.sampleId, &note.text, &note.expected, &note.produced, &note.happened,
                               &note.user, &note.context, &note.action, &note.owner})
        *field = text();
    note.tags = tagsFromJson(text());
    note.severity = severity(text()).value_or(Severity::None);
    if (const SQLite::Column cost = row.getColumn(at++); !cost.isNull()) note.cost = cost.getDouble();
    note.status = caseStatus(text()).value_or(CaseStatus::Open);
    for (std::string* field :
         {&note.author, &note.seenOnVersion, &note.createdAt, &note.changedAt, &note.changedBy})
        *field = text();
    note.revision = row.getColumn(at++).getInt64();
    note.conflictWith = text();
    return note;
}

std::vector<Annotation> annotationsFrom(SQLite::Statement& query) {
    std::vector<Annotation> notes;
    while (query.executeStep())
        notes.push_back(annotationOf(query));
    return notes;
}

std::optional<Annotation> firstFrom(SQLite::Statement& query) {
    if (!query.executeStep()) return std::nullopt;
    return annotationOf(query);
}

// What people typed, in the order of the columns from text to status. Returns the last place bound.
int bindContent(SQLite::Statement& statement, int at, const Annotation& note) {
    for (const std::string* field : {&note.text, &note.expected, &note.produced, &note.happened, &note.user,
                                     &note.context, &note.action, &note.owner})
        statement.bind(++at, *field);
    statement.bind(++at, tagsJson(note.tags));
    statement.bind(++at, std::string(name(note.severity)));
    if (note.cost)
        statement.bind(++at, *note.cost);
    else
        statement.bind(++at);
    statement.bind(++at, std::string(name(note.status)));
    return at;
}

}  // namespace

std::vector<Annotation> annotationsOfModel(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(database,
                            fmt::format("{}WHERE model_id = ? ORDER BY sample_id, id", kSelectAnnotations));
    query.bind(1, modelId);
    return annotationsFrom(query);
}

std::vector<Annotation> annotationsOfSample(SQLite::Database& database, std::int64_t modelId,
                                            const std::string& sampleId) {
    SQLite::Statement query(
        database, fmt::format("{}WHERE model_id = ? AND sample_id = ? ORDER BY id", kSelectAnnotations));
    query.bind(1, modelId);
    query.bind(2, sampleId);
    return annotationsFrom(query);
}

std::optional<Annotation> annotationWithId(SQLite::Database& database, std::int64_t id) {
    SQLite::Statement query(database, fmt::format("{}WHERE id = ?", kSelectAnnotations));
    query.bind(1, id);
    return firstFrom(query);
}

std::optional<Annotation> annotationWithUid(SQLite::Database& database, const std::string& uid) {
    SQLite::Statement query(database, fmt::format("{}WHERE uid = ?", kSelectAnnotations));
    query.bind(1, uid);
    return firstFrom(query);
}

Annotation cleanAnnotation(const Annotation& annotation) {
    Annotation note = annotation;
    if (note.cost && !std::isfinite(*note.cost))
        throw Error(ErrorCode::Usage, "The cost of a note has to be a finite number.");
    for (std::string* field :
         {&note.uid, &note.sampleId, &note.text, &note.expected, &note.produced, &note.happened, &note.user,
          &note.context, &note.action, &note.owner, &note.author, &note.seenOnVersion, &note.createdAt,
          &note.changedAt, &note.changedBy, &note.conflictWith})
        *field = writtenText(*field, "a note");
    if (note.sampleId.empty())
        throw Error(ErrorCode::Usage, "A note needs the id of the sample it is about.");
    note.tags.clear();
    for (const std::string& given : annotation.tags) {
        std::string tag = trimmedText(given, "a note");
        if (!tag.empty() && std::find(note.tags.begin(), note.tags.end(), tag) == note.tags.end())
            note.tags.push_back(std::move(tag));
    }
    return note;
}

std::int64_t insertAnnotation(SQLite::Database& database, const Annotation& note) {
    SQLite::Statement insert(
        database,
        "INSERT INTO annotation (text, expected, produced, happened, user, context, action, owner, tags,"
        " severity, cost, status, id, uid, model_id, sample_id, author, seen_on_version, created_at,"
        " changed_at, changed_by, revision, conflict_with) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?,"
        " ?, ?, ?, ?)");
    int at = bindContent(insert, 0, note);
    if (note.id != 0 && !annotationWithId(database, note.id))
        insert.bind(++at, note.id);
    else
        insert.bind(++at);
    insert.bind(++at, note.uid);
    insert.bind(++at, note.modelId);
    for (const std::string* field : {&note.sampleId, &note.author, &note.seenOnVersion, &note.createdAt,
                                     &note.changedAt, &note.changedBy})
        insert.bind(++at, *field);
    insert.bind(++at, note.revision);
    insert.bind(++at, note.conflictWith);
    insert.exec();
    const std::int64_t id = database.getLastInsertRowid();
    sealRow(database, kTable, id);
    return id;
}

void updateAnnotation(SQLite::Database& database, const Annotation& note) {
    SQLite::Statement update(
        database,
        "UPDATE annotation SET text = ?, expected = ?, produced = ?, happened = ?, user = ?, context = ?,"
        " action = ?, owner = ?, tags = ?, severity = ?, cost = ?, status = ?, author = ?,"
        " seen_on_version = ?, changed_at = ?, changed_by = ?, revision = ?, conflict_with = ? WHERE id = ?");
    int at = bindContent(update, 0, note);
    for (const std::string* field : {&note.author, &note.seenOnVersion, &note.changedAt, &note.changedBy})
        update.bind(++at, *field);
    update.bind(++at, note.revision);
    update.bind(++at, note.conflictWith);
    update.bind(++at, note.id);
    update.exec();
    sealRow(database, kTable, note.id);
}

void removeAnnotation(SQLite::Database& database, std::int64_t id) {
    removeSealedRow(database, kTable, id);
}

std::string uidBeside(const std::string& uid, const Annotation& note) {
    return derivedUid({"beside", uid, note.sampleId, note.text, note.expected, note.produced, note.happened,
                       note.user, note.context, note.action, note.owner, tagsJson(note.tags),
                       name(note.severity), note.cost ? fmt::format("{}", *note.cost) : "",
                       name(note.status)});
}

}  // namespace reckoner
