#include "core/store/attached_counts.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "core/data/exclusion_count.h"
#include "core/store/attached_columns.h"
#include "core/store/run_repository.h"

namespace reckoner {
namespace {

bool mayChange(SQLite::Database& database, const RunRow& run) {
    for (const StoredColumn& column : columnsOf(database, run.info.id))
        if (column.info.role == ColumnRole::Label) return column.info.missing > 0;
    return true;
}

bool attachesLabels(const std::vector<StoredAttachment>& attachments) {
    for (const StoredAttachment& attachment : attachments)
        for (const StoredColumn& column : attachment.columns)
            if (column.info.role == ColumnRole::Label) return true;
    return false;
}

void forget(SQLite::Database& database, RunId run) {
    SQLite::Statement remove(database, "DELETE FROM attached_count WHERE run_id = ?");
    remove.bind(1, run);
    remove.exec();
}

void keep(SQLite::Database& database, const RunInfo& info, const ExclusionCounts& excluded) {
    SQLite::Statement insert(database,
                             "INSERT INTO attached_count (run_id, scored, missing_label, unexpected_label,"
                             " missing_score, nan_score, infinite_score) VALUES (?, ?, ?, ?, ?, ?, ?)");
    int at = 0;
    insert.bind(++at, info.id);
    insert.bind(++at, static_cast<std::int64_t>(info.rows - excluded.total()));
    for (const std::uint64_t count : excluded.counts)
        insert.bind(++at, static_cast<std::int64_t>(count));
    insert.exec();
}

}  // namespace

void applyAttachedCounts(SQLite::Database& database, std::vector<RunRow>& runs) {
    if (runs.empty() || !database.tableExists("attached_count")) return;
    SQLite::Statement query(database,
                            "SELECT run_id, scored, missing_label, unexpected_label, missing_score,"
                            " nan_score, infinite_score FROM attached_count");
    while (query.executeStep()) {
        const RunId id = query.getColumn(0).getInt64();
        const auto run =
            std::find_if(runs.begin(), runs.end(), [id](const RunRow& r) { return r.info.id == id; });
        if (run == runs.end()) continue;
        const auto count = [&](int at) { return static_cast<std::uint64_t>(query.getColumn(at).getInt64()); };
        run->info.scored = count(1);
        for (std::size_t i = 0; i < kExclusions; ++i)
            run->excluded.counts[i] = count(static_cast<int>(i) + 2);
    }
}

void countAgain(SQLite::Database& database, const RunRow& run, const TaskContext& context) {
    if (!database.tableExists("attached_count") || !mayChange(database, run)) return;
    forget(database, run.info.id);
    if (!attachesLabels(attachmentsInForce(database, run.modelId))) return;
    const EvalTable table(run.info, withAttached(storedColumns(database, run), database, run));
    keep(database, run.info, countExclusions(table, context));
}

std::vector<AttachedEffect> countAgain(SQLite::Database& database, std::int64_t modelId,
                                       const TaskContext& context) {
    std::vector<AttachedEffect> effects;
    const std::vector<RunRow> before = runsOf(database, modelId);
    for (const RunRow& run : before) {
        context.checkCancelled();
        countAgain(database, run, context);
    }
    const std::vector<RunRow> after = runsOf(database, modelId);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].info.scored != after[i].info.scored)
            effects.push_back({before[i].info.id, before[i].info.scored, after[i].info.scored});
    return effects;
}

}  // namespace reckoner
