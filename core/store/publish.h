// Brings a staged run into the store: everything in one transaction.
#pragma once

#include <string>

#include "core/store/database.h"
#include "core/store/store.h"
#include "core/store/store_writer.h"

namespace reckoner {

// Ids are joined with those of the eval set before the transaction begins, so that it is short; when another
// program added samples meanwhile, they are joined again. Errors: see Store::publish.
RunId publishRun(ReadConnections& readers, StoreWriter& writer, const StagedRun& staged,
                 const std::string& now, const TaskContext& context);

// The same inside a transaction that is open, the join too.
RunId publishWithin(SQLite::Database& database, const StagedRun& staged, const std::string& now,
                    const TaskContext& context);

}  // namespace reckoner
