// Policies: operating points adopted for a version; append-only.
#pragma once

#include <vector>

#include "core/review/policy.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Newest first.
std::vector<Policy> policiesOf(SQLite::Database& database, std::int64_t versionId);
// Throws Error{Usage} when the threshold is not a number or there is no such version.
std::int64_t insertPolicy(SQLite::Database& database, const Policy& policy);

}  // namespace reckoner
