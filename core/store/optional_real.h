// A number that may not be known, as a column that may be NULL.
#pragma once

#include <optional>

namespace SQLite {
class Statement;
}

namespace reckoner {

std::optional<double> realAt(SQLite::Statement& row, int column);
void bindReal(SQLite::Statement& statement, int at, const std::optional<double>& number);

}  // namespace reckoner
