// Runs and their columns, without the samples.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Of one model, or (0) of all; by model, then run date, then id.
std::vector<RunRow> runsOf(SQLite::Database& database, std::int64_t modelId);
std::optional<RunRow> runWithId(SQLite::Database& database, RunId id, Attached attached = Attached::Shown);
std::optional<RunRow> runWithSource(SQLite::Database& database, const std::string& sha256);
std::string manifestOf(SQLite::Database& database, RunId id);

// Ids of model, version and eval set are taken from `run`; returns the new run's id.
RunId insertRun(SQLite::Database& database, const RunRow& run);
void insertSource(SQLite::Database& database, RunId id, const StagedRun& staged);

// The role, the type of that name. Throws Error{Store}.
ColumnRole roleNamed(const std::string& text);
ColumnType typeNamed(const std::string& text);

// A column of a run and where its values lie.
struct StoredColumn {
    ColumnInfo info;
    std::int64_t dataId = 0;
    std::uint64_t rows = 0;
};
std::vector<StoredColumn> columnsOf(SQLite::Database& database, RunId id);
void insertColumn(SQLite::Database& database, RunId id, std::size_t position, const ColumnInfo& info,
                  std::int64_t dataId);

}  // namespace reckoner
