#include "core/store/backup.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "core/base/error.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/setting_repository.h"
#include "core/store/store_check.h"
#include "core/store/store_file.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAStep = 1'024;
constexpr std::size_t kKept = 10;
constexpr std::string_view kBeforeMigration = "before-schema-";
constexpr std::string_view kDaily = "daily-";

void requireSound(const fs::path& copy, const fs::path& to, const TaskContext& context) {
    const DatabasePtr database = openDatabase(copy, Access::Read);
    const std::vector<Damage> damages = damageIn(*database, context);
    if (damages.empty()) return;
    throw Error(
        ErrorCode::Store,
        fmt::format("No backup {} was made, because the copy shows damage at {}: {} Run a check of the "
                    "store.",
                    storeName(to), damages.front().where, damages.front().sentence),
        to.string());
}

void copyPages(SQLite::Database& from, const fs::path& to, const TaskContext& context) {
    SQLite::Database target(fs::absolute(to).string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // Nobody sees the copy before it is synced as a whole.
    target.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    SQLite::Backup backup(target, from);
    while (backup.executeStep(kPagesAStep) != SQLITE_DONE) {
        context.checkCancelled();
        const double total = std::max(1, backup.getTotalPageCount());
        context.report(1 - backup.getRemainingPageCount() / total, "copying");
    }
}

// The oldest beyond kKept go. Names sort by time.
void prune(const fs::path& folder, std::string_view prefix) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(".reckoner")) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    for (std::size_t i = 0; i + kKept < found.size(); ++i)
        fs::remove(found[i], ignored);
}

// A backup whose program was killed leaves its unfinished file; nobody writes at one for a day.
void removeUnfinished(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const bool unfinished = entry.path().filename().string().starts_with('.');
        const auto age = fs::file_time_type::clock::now() - entry.last_write_time(ignored);
        if (unfinished && age > std::chrono::hours(24)) fs::remove(entry.path(), ignored);
    }
}

fs::path preparedFolder(const fs::path& store) {
    const fs::path folder = backupFolder(store);
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        throw Error(
            ErrorCode::Store,
            fmt::format("The folder {} for backups cannot be made: check that you may write beside the "
                        "store.",
                        folder.filename().string()),
            folder.string());
    removeUnfinished(folder);
    return folder;
}

std::string stamp(const Clock& clock) {
    std::string time = isoTime(clock.now());
    std::erase_if(time, [](char c) { return c == ':' || c == '-' || c == '.'; });
    return time;
}

bool holdsSamples(const std::string& table) {
    return table == "sample_chunk" || table == "column_chunk";
}

std::vector<std::string> tablesOf(SQLite::Database& database) {
    SQLite::Statement query(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    std::vector<std::string> tables;
    while (query.executeStep())
        tables.push_back(query.getColumn(0).getString());
    return tables;
}

void copyRows(SQLite::Database& from, SQLite::Database& to, const std::string& table) {
    SQLite::Statement rows(from, "SELECT * FROM " + table);
    const int columns = rows.getColumnCount();
    std::string marks = "?";
    for (int i = 1; i < columns; ++i)
        marks += ", ?";
    SQLite::Statement insert(to, fmt::format("INSERT INTO {} VALUES ({})", table, marks));
    while (rows.executeStep()) {
        insert.reset();
        for (int i = 0; i < columns; ++i) {
            const SQLite::Column value = rows.getColumn(i);
            if (value.isInteger())
                insert.bind(i + 1, value.getInt64());
            else if (value.isFloat())
                insert.bind(i + 1, value.getDouble());
            else if (value.isNull())
                insert.bind(i + 1);
            else
                insert.bind(i + 1, value.getString());
        }
        insert.exec();
    }
}

void copyWithoutSamples(SQLite::Database& from, const fs::path& to, int version) {
    const DatabasePtr target = buildDatabase(to);
    target->exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF");
    migrate(*target, version);
    SQLite::Transaction writing(*target);
    SQLite::Transaction snapshot(from);
    for (const std::string& table : tablesOf(*target))
        if (!holdsSamples(table)) copyRows(from, *target, table);
    storeSetting(*target, "without_samples", "1");
    writing.commit();
}

}  // namespace

fs::path backupFolder(const fs::path& store) {
    return store.string() + ".backups";
}

void copyStore(SQLite::Database& from, const fs::path& to, const TaskContext& context) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(to, ignored)))
        throw Error(ErrorCode::Store,
                    fmt::format("{} exists already and is left as it is: choose another name, or remove it "
                                "first.",
                                storeName(to)),
                    to.string());
    PendingFile pending(to);
    copyPages(from, pending.path(), context);
    requireSound(pending.path(), to, context);
    pending.place();
}

void backUpBeforeMigration(SQLite::Database& from, const fs::path& store, int toVersion, const Clock& clock) {
    const fs::path folder = preparedFolder(store);
    copyStore(from, folder / fmt::format("{}{}-{}.reckoner", kBeforeMigration, toVersion, stamp(clock)), {});
    prune(folder, kBeforeMigration);
}

void backUpDaily(SQLite::Database& from, const fs::path& store, int version, const Clock& clock) {
    const std::string day = isoTime(clock.now()).substr(0, 10);
    const fs::path to = backupFolder(store) / fmt::format("{}{}-without-samples.reckoner", kDaily, day);
    std::error_code ignored;
    if (fs::exists(to, ignored)) return;
    if (from.execAndGet("SELECT count(*) FROM model").getInt64() == 0) return;
    preparedFolder(store);
    PendingFile pending(to);
    copyWithoutSamples(from, pending.path(), version);
    requireSound(pending.path(), to, {});
    pending.place();
    prune(backupFolder(store), kDaily);
}

}  // namespace reckoner
