// Models: use cases with their task and classes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<ModelRow> allModels(SQLite::Database& database);
// Throws Error{Usage} when there is no such model.
ModelRow requireModel(SQLite::Database& database, std::int64_t id);
std::optional<ModelRow> modelNamed(SQLite::Database& database, const std::string& name);

// The model a new run belongs to, created when there is none of its name. A binary model that has seen one
// class may gain its second. Throws Error{BadInput} when the model has another task or other classes.
ModelRow modelForRun(SQLite::Database& database, const RunInfo& info, const std::string& name,
                     const std::string& now);

// Throws Error{Usage} when there is no such model, or the class is none of its classes.
void storePositive(SQLite::Database& database, std::int64_t modelId, const std::string& positive);
void storeTitle(SQLite::Database& database, std::int64_t modelId, const std::string& title);

// Classes as a JSON array, and back.
std::string classesJson(const std::vector<std::string>& classes);
std::vector<std::string> classesFromJson(const std::string& json);

}  // namespace reckoner
