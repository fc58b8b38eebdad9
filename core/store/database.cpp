#include "core/store/database.h"

#include <new>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "core/base/error.h"
#include "core/store/column_chunk.h"
#include "core/store/store_file.h"

namespace reckoner {
namespace {

namespace fs = std::filesystem;

constexpr int kPageSize = 8'192;
constexpr std::size_t kIdleConnections = 4;

void distrust(sqlite3* handle) {
    for (const int off :
         {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
          SQLITE_DBCONFIG_WRITABLE_SCHEMA, SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_DQS_DDL,
          SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER})
        sqlite3_db_config(handle, off, 0, nullptr);
    for (const int on : {SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY})
        sqlite3_db_config(handle, on, 1, nullptr);
    const std::pair<int, int> limits[] = {
        {SQLITE_LIMIT_LENGTH, static_cast<int>(2 * kMaxTextBytes)},
        {SQLITE_LIMIT_SQL_LENGTH, 100'000},
        {SQLITE_LIMIT_COLUMN, 64},
        {SQLITE_LIMIT_EXPR_DEPTH, 50},
        {SQLITE_LIMIT_COMPOUND_SELECT, 8},
        {SQLITE_LIMIT_VDBE_OP, 50'000},
        {SQLITE_LIMIT_FUNCTION_ARG, 8},
        {SQLITE_LIMIT_ATTACHED, 1},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 64},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (const auto& [limit, value] : limits)
        sqlite3_limit(handle, limit, value);
}

DatabasePtr opened(const std::string& name, int flags, int patience) {
    auto database = std::make_unique<SQLite::Database>(name, flags, patience);
    sqlite3_extended_result_codes(database->getHandle(), 1);
    distrust(database->getHandle());
    database->exec("PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000");
    return database;
}

std::string inUse(const fs::path& file) {
    return fmt::format(
        "The store {} is in use by another program: wait until it has finished or close it "
        "there, then try again.",
        storeName(file));
}

std::string sentenceFor(const fs::path& file, int code, const std::string& detail) {
    const std::string name = storeName(file);
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return inUse(file);
        case SQLITE_READONLY:
            if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
                return fmt::format(
                    "The store {} was being written when its program ended: open it once with "
                    "write permission to put it right.",
                    name);
            return fmt::format("The store {} can only be read: nothing was changed.", name);
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return fmt::format("You may not do this with the store {}: nothing was changed.", name);
        case SQLITE_FULL:
            return fmt::format(
                "The disk is full: nothing was changed in the store {}. Make room and try again.", name);
        case SQLITE_IOERR:
            return fmt::format(
                "The store {} could not be read or written ({}): nothing was changed. Check its "
                "disk.",
                name, detail);
        case SQLITE_CANTOPEN:
            return fmt::format(
                "The store {} cannot be opened: check that its folder can be read and written.", name);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return fmt::format(
                "The store {} is damaged: restore a backup from {}.backups, or import its files "
                "into a new store.",
                name, name);
        case SQLITE_TOOBIG:
            return fmt::format(
                "The store {} holds a value that is too long to be one of ours: restore a "
                "backup.",
                name);
        default:
            return fmt::format("The store {} cannot be used ({}): nothing was changed.", name, detail);
    }
}

}  // namespace

DatabasePtr openDatabase(const fs::path& file, Access access, int patience) {
    // An absolute path can never be read as a URI.
    const std::string name = fs::absolute(file).string();
    if (access == Access::Read && !canWrite(file)) return opened(name, SQLite::OPEN_READONLY, patience);
    DatabasePtr database = opened(name, SQLite::OPEN_READWRITE, patience);
    // A reader that may write rolls back what a killed writer left, and writes nothing else.
    if (access == Access::Read) {
        database->exec("PRAGMA query_only=ON");
        return database;
    }
    database->exec("PRAGMA synchronous=EXTRA; PRAGMA secure_delete=FAST; PRAGMA cache_size=-32000");
    return database;
}

DatabasePtr buildDatabase(const fs::path& file) {
    const std::string name = file.empty() ? ":memory:" : fs::absolute(file).string();
    DatabasePtr database = opened(name, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kPatience);
    database->exec(
        fmt::format("PRAGMA page_size={}; PRAGMA auto_vacuum=NONE; PRAGMA secure_delete=FAST;"
                    "PRAGMA application_id={}",
                    kPageSize, kApplicationId));
    return database;
}

void rethrowForPeople(const fs::path& file) {
    try {
        throw;
    } catch (const SQLite::Exception& error) {
        throw Error(ErrorCode::Store, sentenceFor(file, error.getExtendedErrorCode(), error.what()),
                    file.string());
    } catch (const std::bad_alloc&) {
        throw Error(
            ErrorCode::Store,
            fmt::format("The memory of this computer is too small for what was asked of the store {}.",
                        storeName(file)),
            file.string());
    }
}

std::int64_t pragmaNumber(SQLite::Database& database, const std::string& pragma) {
    return database.execAndGet("PRAGMA " + pragma).getInt64();
}

void rollBackLeftover(const fs::path& file) {
    if (!hasJournal(file)) return;
    try {
        openDatabase(file, Access::Write)->execAndGet("SELECT count(*) FROM sqlite_schema");
    } catch (const SQLite::Exception&) {
        return;  // whoever reads next is told what is wrong
    }
}

ReadConnections::ReadConnections(fs::path file, std::shared_ptr<const OpenStoreFile> keeper)
    : file_(std::move(file)), keeper_(std::move(keeper)) {}
ReadConnections::~ReadConnections() = default;

ReadConnections::Lease::Lease(ReadConnections& from) : owner(from) {
    rollBackLeftover(owner.file_);
    {
        const std::lock_guard lock(owner.mutex_);
        if (!owner.idle_.empty()) {
            database = std::move(owner.idle_.back());
            owner.idle_.pop_back();
        }
    }
    if (database) return;
    if (owner.keeper_) owner.keeper_->requireUnmoved();
    database = openDatabase(owner.file_, Access::Read);
}

ReadConnections::Lease::~Lease() {
    const std::lock_guard lock(owner.mutex_);
    if (owner.idle_.size() < kIdleConnections) owner.idle_.push_back(std::move(database));
}

}  // namespace reckoner
