// Cost models with the words people use for outcomes; append-only.
#pragma once

#include <optional>
#include <vector>

#include "core/review/cost_entry.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Of every scenario and cohort, newest first.
std::vector<CostModelRow> costModelsOf(SQLite::Database& database, std::int64_t modelId);
// The likely costs.
std::optional<CostModelRow> costModelInForce(SQLite::Database& database, std::int64_t modelId);
// Throws as CostLedger::add.
std::int64_t insertCostModel(SQLite::Database& database, const CostModelRow& row);

}  // namespace reckoner
