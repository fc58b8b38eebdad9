#include "core/store/store_check.h"

#include <set>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "core/base/error.h"
#include "core/store/attachment_repository.h"
#include "core/store/chunk_series.h"
#include "core/store/run_repository.h"
#include "core/store/seal.h"
#include "core/store/setting_repository.h"

namespace reckoner {
namespace {

constexpr int kStepsBetweenLooks = 100'000;  // of SQLite's virtual machine

// Lets a person stop SQLite's own check, which may run for seconds.
class Interruptible {
 public:
    Interruptible(SQLite::Database& database, const TaskContext& context) : handle_(database.getHandle()) {
        sqlite3_progress_handler(
            handle_, kStepsBetweenLooks,
            [](void* task) { return static_cast<const TaskContext*>(task)->cancelled() ? 1 : 0; },
            const_cast<TaskContext*>(&context));
    }
    ~Interruptible() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

 private:
    sqlite3* handle_;
};

class Check {
 public:
    Check(SQLite::Database& database, const TaskContext& context) : database_(database), context_(context) {}

    std::vector<Damage> run() {
        structure();
        if (!settingOf(database_, "without_samples")) samples();
        seals();
        context_.report(1, "checking");
        return std::move(damages_);
    }

 private:
    void found(const std::string& where, const std::string& sentence) {
        damages_.push_back({where, sentence});
    }

    void structure() {
        context_.report(0, "checking");
        try {
            const Interruptible interruptible(database_, context_);
            SQLite::Statement integrity(database_, "PRAGMA integrity_check(100)");
            while (integrity.executeStep()) {
                const std::string line = integrity.getColumn(0).getString();
                if (line != "ok") found("file", fmt::format("The file's structure is damaged: {}.", line));
            }
            SQLite::Statement keys(database_, "PRAGMA foreign_key_check");
            while (keys.executeStep())
                found(keys.getColumn(0).getString(),
                      fmt::format("Row {} of {} belongs to a row of {} that is gone.",
                                  keys.getColumn(1).getInt64(), keys.getColumn(0).getString(),
                                  keys.getColumn(2).getString()));
        } catch (const SQLite::Exception& error) {
            context_.checkCancelled();
            found("file", fmt::format("The file's structure is damaged: {}.", error.what()));
        }
    }

    void samples() {
        guarded("runs", [&] {
            for (const auto& [id, name, count] : evalSets())
                series(ChunkSeries::sampleIds(id), count, fmt::format("eval set {}, sample ids", name));
            const std::vector<RunRow> runs = runsOf(database_, 0);
            double done = 0;
            for (const RunRow& run : runs) {
                columns(run);
                context_.report(++done / static_cast<double>(runs.size() + 1), "checking");
            }
            for (const StoredAttachment& attachment : attachmentsOf(database_, 0))
                attached(attachment);
        });
    }

    struct EvalSet {
        std::int64_t id;
        std::string name;
        std::uint64_t samples;
    };
    std::vector<EvalSet> evalSets() {
        SQLite::Statement query(database_, "SELECT id, name, samples FROM eval_set ORDER BY id");
        std::vector<EvalSet> sets;
        while (query.executeStep())
            sets.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString(),
                            static_cast<std::uint64_t>(query.getColumn(2).getInt64())});
        return sets;
    }

    void columns(const RunRow& run) {
        for (const StoredColumn& column : columnsOf(database_, run.info.id)) {
            const std::string where = fmt::format("run {}, column {}", run.info.id, column.info.name);
            if (column.rows != run.info.rows) found(where, "It has another number of samples than its run.");
            if (!seen_.insert(column.dataId).second) continue;
            if (column.info.type == ColumnType::Category)
                series(ChunkSeries::dictionary(column.dataId), column.info.distinct, where + ", categories");
            series(ChunkSeries::values(column.dataId), column.rows, where);
        }
    }

    void attached(const StoredAttachment& attachment) {
        const std::string where = fmt::format("attachment {}", attachment.row.id);
        series(ChunkSeries::values(attachment.idsDataId), attachment.row.ids, where + ", ids");
        for (const StoredColumn& column : attachment.columns) {
            const std::string what = where + ", column " + column.info.name;
            if (column.rows != attachment.row.ids) found(what, "It has another number of values than ids.");
            if (column.info.type == ColumnType::Category)
                series(ChunkSeries::dictionary(column.dataId), column.info.distinct, what + ", categories");
            series(ChunkSeries::values(column.dataId), column.rows, what);
        }
    }

    void series(const ChunkSeries& series, std::uint64_t rows, const std::string& what) {
        guarded(what, [&] {
            for (const ChunkPlace& place : chunkPlaces(database_, series, rows, what)) {
                context_.checkCancelled();
                guarded(chunkName(what, place.firstRow, place.rows), [&] {
                    readChunk(
                        database_, series, place, what,
                        [](const ChunkView& chunk, const std::string& where) { checkChunk(chunk, where); });
                });
            }
        });
    }

    void seals() {
        for (const std::string_view table : sealedTables())
            guarded(std::string(table), [&] {
                for (const std::string& sentence : brokenSeals(database_, table))
                    found(std::string(table), sentence);
            });
    }

    // What cannot be read is a finding, not the end of the check.
    template <class F>
    void guarded(const std::string& where, F&& f) {
        try {
            f();
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Cancelled) throw;
            found(error.where().empty() ? where : error.where(), error.what());
        } catch (const SQLite::Exception& error) {
            found(where, fmt::format("It cannot be read: {}.", error.what()));
        }
    }

    SQLite::Database& database_;
    const TaskContext& context_;
    std::vector<Damage> damages_;
    std::set<std::int64_t> seen_;
};

}  // namespace

std::vector<Damage> damageIn(SQLite::Database& database, const TaskContext& context) {
    return Check(database, context).run();
}

}  // namespace reckoner
