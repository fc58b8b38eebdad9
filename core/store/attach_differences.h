// Where a file says something else about a sample than a run's own data.
#pragma once

#include "core/store/attachment.h"
#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Rows of the model's runs that have a value where `stored` (its column ids set) has another, into the
// report's counts and examples. Texts are not compared. O(rows of all runs that have a column of the same
// role).
void findDifferences(SQLite::Database& database, std::int64_t modelId, const NewAttachment& attachment,
                     AttachReport& report, const TaskContext& context);

}  // namespace reckoner
