// Cost models with the words people use for outcomes; append-only.
#pragma once

#include <optional>

#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::optional<CostModelRow> costModelInForce(SQLite::Database& database, std::int64_t modelId);
// Throws Error{BadInput} when a cost is not a finite number, Error{Usage} when there is no such model.
std::int64_t insertCostModel(SQLite::Database& database, const CostModelRow& row);

}  // namespace reckoner
