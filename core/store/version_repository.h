// Versions: trained models.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<VersionRow> versionsOf(SQLite::Database& database, std::int64_t modelId);

// The version a new run belongs to, created when there is none of its name. What the version did not say
// yet (algorithm, changelog, parent) is filled in from the run.
std::int64_t versionForRun(SQLite::Database& database, std::int64_t modelId, const VersionRow& said,
                           const std::string& now);

}  // namespace reckoner
