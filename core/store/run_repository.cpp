#include "core/store/run_repository.h"

#include <algorithm>
#include <set>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/store/attached_counts.h"
#include "core/store/clean_text.h"
#include "core/store/model_repository.h"
#include "core/store/seal.h"

namespace reckoner {
namespace {

constexpr const char* kSelectRuns =
    "SELECT r.id, m.name, v.name, r.algorithm, e.name, r.run_date, m.task, m.classes, r.classes, m.positive,"
    " r.score_kind, r.decision_threshold, r.rows, r.scored, r.changelog, r.notes, m.id, v.id, e.id,"
    " r.imported_at, s.name, s.sha256, r.missing_label, r.unexpected_label, r.missing_score, r.nan_score,"
    " r.infinite_score, r.rejected_rows, r.repeated_ids, r.fingerprint "
    "FROM run r JOIN version v ON v.id = r.version_id JOIN model m ON m.id = v.model_id "
    "JOIN eval_set e ON e.id = r.eval_set_id LEFT JOIN import_source s ON s.run_id = r.id ";

// The model's classes in the order this run's file gave them. A run that saw fewer has them all the same.
std::vector<std::string> classesOfRun(const std::vector<std::string>& model, std::vector<std::string> run) {
    const std::set<std::string> mine(run.begin(), run.end());
    const std::set<std::string> all(model.begin(), model.end());
    return mine == all ? std::move(run) : model;
}

RunRow runOf(SQLite::Statement& row) {
    int at = 0;
    const auto text = [&] { return row.getColumn(at++).getString(); };
    const auto number = [&] { return row.getColumn(at++).getInt64(); };
    const auto count = [&] { return static_cast<std::uint64_t>(row.getColumn(at++).getInt64()); };
    RunRow run;
    RunInfo& info = run.info;
    info.id = number();
    info.model = text();
    info.version = text();
    info.algorithm = text();
    info.evalSet = text();
    info.runDate = text();
    info.task = text() == name(Task::Binary) ? Task::Binary : Task::Multiclass;
    const std::vector<std::string> modelClasses = classesFromJson(text());
    info.classes = classesOfRun(modelClasses, classesFromJson(text()));
    info.positive = text();
    info.kind = scoreKind(text()).value_or(ScoreKind::Raw);
    if (const SQLite::Column threshold = row.getColumn(at++); !threshold.isNull())
        info.decisionThreshold = threshold.getDouble();
    info.rows = count();
    info.scored = count();
    info.changelog = text();
    info.notes = text();
    run.modelId = number();
    run.versionId = number();
    run.evalSetId = number();
    run.importedAt = text();
    run.sourceName = text();
    run.sourceSha256 = text();
    for (std::uint64_t& excluded : run.excluded.counts)
        excluded = count();
    run.rejectedRows = count();
    run.repeatedIds = count();
    run.fingerprint = text();
    return run;
}

std::optional<RunRow> firstRun(SQLite::Database& database, SQLite::Statement& query, Attached attached) {
    if (!query.executeStep()) return std::nullopt;
    std::vector<RunRow> runs{runOf(query)};
    if (attached == Attached::Shown) applyAttachedCounts(database, runs);
    return std::move(runs.front());
}

constexpr ColumnRole kRoles[] = {ColumnRole::Id,          ColumnRole::Label,      ColumnRole::Score,
                                 ColumnRole::ClassScore,  ColumnRole::Prediction, ColumnRole::Segment,
                                 ColumnRole::Numeric,     ColumnRole::Text,       ColumnRole::Timestamp,
                                 ColumnRole::Amount,      ColumnRole::Weight,     ColumnRole::Latency,
                                 ColumnRole::Explanation, ColumnRole::Override,   ColumnRole::Actionable,
                                 ColumnRole::Outcome,     ColumnRole::ActedOn};
constexpr ColumnType kTypes[] = {ColumnType::Category, ColumnType::Real, ColumnType::Timestamp,
                                 ColumnType::Text};

template <class Enum, std::size_t N>
Enum named(const Enum (&all)[N], const std::string& text) {
    for (const Enum one : all)
        if (name(one) == text) return one;
    throw Error(ErrorCode::Store,
                fmt::format("The store is damaged: it names a column {}, which nothing is called. Restore a "
                            "backup.",
                            text));
}

}  // namespace

ColumnRole roleNamed(const std::string& text) {
    return named(kRoles, text);
}

ColumnType typeNamed(const std::string& text) {
    return named(kTypes, text);
}

std::vector<RunRow> runsOf(SQLite::Database& database, std::int64_t modelId) {
    SQLite::Statement query(
        database, std::string(kSelectRuns) + "WHERE ?1 = 0 OR m.id = ?1 ORDER BY m.id, r.run_date, r.id");
    query.bind(1, modelId);
    std::vector<RunRow> runs;
    while (query.executeStep())
        runs.push_back(runOf(query));
    applyAttachedCounts(database, runs);
    return runs;
}

std::optional<RunRow> runWithId(SQLite::Database& database, RunId id, Attached attached) {
    SQLite::Statement query(database, std::string(kSelectRuns) + "WHERE r.id = ?");
    query.bind(1, id);
    return firstRun(database, query, attached);
}

std::optional<RunRow> runWithSource(SQLite::Database& database, const std::string& sha256) {
    SQLite::Statement query(database, std::string(kSelectRuns) + "WHERE s.sha256 = ? ORDER BY r.id LIMIT 1");
    query.bind(1, sha256);
    return firstRun(database, query, Attached::Shown);
}

std::string manifestOf(SQLite::Database& database, RunId id) {
    SQLite::Statement query(database, "SELECT manifest FROM import_source WHERE run_id = ?");
    query.bind(1, id);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

RunId insertRun(SQLite::Database& database, const RunRow& run) {
    SQLite::Statement insert(
        database,
        "INSERT INTO run (version_id, eval_set_id, run_date, classes, score_kind,"
        " decision_threshold, rows, scored, missing_label, unexpected_label, missing_score,"
        " nan_score, infinite_score, rejected_rows, repeated_ids, fingerprint, algorithm,"
        " changelog, notes, imported_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const RunInfo& info = run.info;
    int at = 0;
    const auto count = [&](std::uint64_t value) { insert.bind(++at, static_cast<std::int64_t>(value)); };
    const auto text = [&](const std::string& value) { insert.bind(++at, value); };
    insert.bind(++at, run.versionId);
    insert.bind(++at, run.evalSetId);
    text(info.runDate);
    text(classesJson(info.classes));
    text(std::string(name(info.kind)));
    if (info.decisionThreshold)
        insert.bind(++at, *info.decisionThreshold);
    else
        insert.bind(++at);
    count(info.rows);
    count(info.scored);
    for (const std::uint64_t excluded : run.excluded.counts)
        count(excluded);
    count(run.rejectedRows);
    count(run.repeatedIds);
    text(run.fingerprint);
    text(info.algorithm);
    text(info.changelog);
    text(info.notes);
    text(run.importedAt);
    insert.exec();
    const RunId id = database.getLastInsertRowid();
    sealRow(database, "run", id);
    return id;
}

void insertSource(SQLite::Database& database, RunId id, const StagedRun& staged) {
    SQLite::Statement insert(database,
                             "INSERT INTO import_source (run_id, name, sha256, bytes, manifest) "
                             "VALUES (?, ?, ?, ?, ?)");
    SQLite::bind(insert, id, cleanText(staged.sourceName), staged.sourceSha256,
                 static_cast<std::int64_t>(staged.sourceBytes), cleanText(staged.manifestJson));
    insert.exec();
}

std::vector<StoredColumn> columnsOf(SQLite::Database& database, RunId id) {
    SQLite::Statement query(database,
                            "SELECT c.id, c.name, c.role, c.type, c.class_of, c.missing, d.distinct_values,"
                            " c.time_format, d.id, d.rows "
                            "FROM run_column c JOIN column_data d ON d.id = c.data_id "
                            "WHERE c.run_id = ? ORDER BY c.position");
    query.bind(1, id);
    std::vector<StoredColumn> columns;
    while (query.executeStep()) {
        StoredColumn column;
        column.info.id = query.getColumn(0).getInt64();
        column.info.name = query.getColumn(1).getString();
        column.info.role = named(kRoles, query.getColumn(2).getString());
        column.info.type = named(kTypes, query.getColumn(3).getString());
        column.info.classOf = query.getColumn(4).getString();
        column.info.missing = static_cast<std::uint64_t>(query.getColumn(5).getInt64());
        column.info.distinct = static_cast<std::uint32_t>(query.getColumn(6).getInt64());
        column.info.timeFormat = query.getColumn(7).getString();
        column.dataId = query.getColumn(8).getInt64();
        column.rows = static_cast<std::uint64_t>(query.getColumn(9).getInt64());
        columns.push_back(std::move(column));
    }
    return columns;
}

void insertColumn(SQLite::Database& database, RunId id, std::size_t position, const ColumnInfo& info,
                  std::int64_t dataId) {
    SQLite::Statement insert(database,
                             "INSERT INTO run_column (run_id, position, name, role, type, class_of,"
                             " time_format, missing, data_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, id, static_cast<std::int64_t>(position), cleanText(info.name),
                 std::string(name(info.role)), std::string(name(info.type)), cleanText(info.classOf),
                 info.timeFormat, static_cast<std::int64_t>(info.missing), dataId);
    insert.exec();
}

}  // namespace reckoner
