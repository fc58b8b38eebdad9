// The tags a model's notes are sorted by, in the order of their digits.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<std::string> tagsOf(SQLite::Database& database, std::int64_t modelId);
// Throws Error{Usage} when there is no such model.
void storeTags(SQLite::Database& database, std::int64_t modelId, const std::vector<std::string>& tags);

}  // namespace reckoner
