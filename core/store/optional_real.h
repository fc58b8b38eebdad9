// A number that may not be known, as a column that may be NULL.
#pragma once

#include <optional>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

namespace reckoner {

inline std::optional<double> realAt(SQLite::Statement& row, int column) {
    const SQLite::Column value = row.getColumn(column);
    if (value.isNull()) return std::nullopt;
    return value.getDouble();
}

inline void bindReal(SQLite::Statement& statement, int at, const std::optional<double>& number) {
    if (number)
        statement.bind(at, *number);
    else
        statement.bind(at);
}

}  // namespace reckoner
