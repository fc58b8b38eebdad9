// Copies of a store that are known to be good before they are called backups.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/clock.h"
#include "core/base/task_context.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// NAME.reckoner.backups beside the store.
std::filesystem::path backupFolder(const std::filesystem::path& store);

// A copy of everything: written beside `to`, checked, synced, renamed. Throws Error{Store} when `to` exists
// or the copy shows damage.
void copyStore(SQLite::Database& from, const std::filesystem::path& to, const TaskContext& context);

// Everything, before a migration; the ten latest are kept.
void backUpBeforeMigration(SQLite::Database& from, const std::filesystem::path& store, int toVersion,
                           const Clock& clock);

// Everything but samples (their ids, columns and dictionaries), once a day; the ten latest are kept. Nothing
// happens when today's is there already or the store holds no model yet.
void backUpDaily(SQLite::Database& from, const std::filesystem::path& store, int version, const Clock& clock);

}  // namespace reckoner
