// The columns of a run, loaded from the store's chunks when first asked for.
#pragma once

#include <memory>
#include <vector>

#include "core/data/eval_table.h"
#include "core/store/database.h"
#include "core/store/run_repository.h"

namespace reckoner {

// readers: kept alive by the columns. Throws Error{Store} when the store's rows contradict each other.
std::shared_ptr<const ColumnSource> storedColumns(std::shared_ptr<ReadConnections> readers,
                                                  const RunRow& run);

// The ordinals of a run's samples in its eval set, by row.
std::vector<std::uint32_t> ordinalsOf(SQLite::Database& database, const StoredColumn& idColumn,
                                      const TaskContext& context);

}  // namespace reckoner
