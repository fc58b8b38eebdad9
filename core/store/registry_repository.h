// Stages of versions and what is known about them.
#pragma once

#include <vector>

#include "core/review/stage.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<RegistryEntry> registryOf(SQLite::Database& database, std::int64_t modelId);
// Every change ever written about a version's facts, oldest first.
std::vector<VersionFacts> factsOf(SQLite::Database& database, std::int64_t versionId);

// As given; a uid is made where there is none. Returns false when the uid is here already.
bool insertStageChange(SQLite::Database& database, StageChange change);
bool insertVersionFacts(SQLite::Database& database, VersionFacts facts);

}  // namespace reckoner
