// Requirements and what was decided about them.
#pragma once

#include <vector>

#include "core/review/requirement.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Of one model, or (0) of all, by id.
std::vector<RequirementRecord> requirementsOf(SQLite::Database& database, std::int64_t modelId);

// As given; a uid is made where there is none. Returns the id, or 0 when the uid is here already.
std::int64_t insertRequirement(SQLite::Database& database, Requirement requirement);
std::int64_t insertRequirementEvent(SQLite::Database& database, RequirementEvent event);

}  // namespace reckoner
