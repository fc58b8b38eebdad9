// How many rows of a run are scored with what is attached to it; kept beside the run, whose own counts stay.
#pragma once

#include <vector>

#include "core/store/attachment.h"
#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Puts the kept counts in the place of the runs' own.
void applyAttachedCounts(SQLite::Database& database, std::vector<RunRow>& runs);

// Counts every run of the model (or the one run) again that has rows without a label, and keeps what differs
// from the run's own. Call it in the transaction that attaches, withdraws or publishes. The runs whose number
// of scored rows is another than before.
std::vector<AttachedEffect> countAgain(SQLite::Database& database, std::int64_t modelId,
                                       const TaskContext& context);
void countAgain(SQLite::Database& database, const RunRow& run, const TaskContext& context);

}  // namespace reckoner
