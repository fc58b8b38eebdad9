// Saved filters with their business context.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/cohort.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<Cohort> cohortsOf(SQLite::Database& database, std::int64_t modelId);  // by name
std::optional<Cohort> cohortWithUid(SQLite::Database& database, const std::string& uid);
std::optional<Cohort> cohortNamed(SQLite::Database& database, std::int64_t modelId, const std::string& name);

// See Notebook::save. Inside a transaction.
Cohort saveCohort(SQLite::Database& database, const Cohort& given, const std::string& now);
// Everything as given; the id when it is free. Returns the id.
std::int64_t insertCohort(SQLite::Database& database, const Cohort& cohort);
void removeCohortWithId(SQLite::Database& database, std::int64_t id);

}  // namespace reckoner
