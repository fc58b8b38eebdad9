// Looks for damage: what SQLite sees, what chunks' checksums say, what seals say.
#pragma once

#include <vector>

#include "core/base/task_context.h"
#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Reads everything once. Empty: no damage found. Throws Error{Store} only when the file cannot be read at
// all.
std::vector<Damage> damageIn(SQLite::Database& database, const TaskContext& context);

}  // namespace reckoner
