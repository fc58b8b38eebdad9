// The columns of a run, loaded from the store's chunks when first asked for.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/data/eval_table.h"
#include "core/store/database.h"
#include "core/store/run_repository.h"

namespace reckoner {

// readers: kept alive by the columns. Throws Error{Store} when the store's rows contradict each other.
std::shared_ptr<const ColumnSource> storedColumns(std::shared_ptr<ReadConnections> readers,
                                                  const RunRow& run);

// How a column gets at the store: calls the given function with a connection.
using Connection = std::function<void(const std::function<void(SQLite::Database&)>&)>;

// The same over one connection, inside a transaction, for as long as the database lives; without texts.
std::shared_ptr<const ColumnSource> storedColumns(SQLite::Database& database, const RunRow& run);

// Values of a column whose chunks lie under column.dataId; `what` names it in sentences. Throws Error{Store}.
std::shared_ptr<const CategoryColumn> loadCategory(SQLite::Database& database, const StoredColumn& column,
                                                   const std::string& what, const TaskContext& context);
std::shared_ptr<const RealColumn> loadReals(SQLite::Database& database, const StoredColumn& column,
                                            const std::string& what, const TaskContext& context);

// The ordinals of a run's samples in its eval set, by row.
std::vector<std::uint32_t> ordinalsOf(SQLite::Database& database, const StoredColumn& idColumn,
                                      const TaskContext& context);

}  // namespace reckoner
