#include "core/store/optional_real.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace reckoner {

std::optional<double> realAt(SQLite::Statement& row, int column) {
    const SQLite::Column value = row.getColumn(column);
    if (value.isNull()) return std::nullopt;
    return value.getDouble();
}

void bindReal(SQLite::Statement& statement, int at, const std::optional<double>& number) {
    if (number)
        statement.bind(at, *number);
    else
        statement.bind(at);
}

}  // namespace reckoner
