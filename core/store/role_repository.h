// How a model's files were read last time.
#pragma once

#include <string>
#include <vector>

#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<RememberedRole> rolesOf(SQLite::Database& database, const std::string& model);
// Replaces what was remembered of this model.
void storeRoles(SQLite::Database& database, const std::string& model,
                const std::vector<RememberedRole>& roles);

}  // namespace reckoner
