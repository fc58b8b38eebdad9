#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"
#include "core/store/seal.h"

namespace reckoner {

// changed_by: who saved a note last; empty: its author.
void addNoteChangedBy(SQLite::Database& database) {
    database.exec("ALTER TABLE annotation ADD COLUMN changed_by TEXT NOT NULL DEFAULT ''");
    // Rows that were changed outside do not come here: a damaged store is not brought up to date.
    std::vector<std::int64_t> rows;
    SQLite::Statement query(database, "SELECT id FROM annotation ORDER BY id");
    while (query.executeStep())
        rows.push_back(query.getColumn(0).getInt64());
    query.reset();
    for (const std::int64_t id : rows)
        sealRow(database, "annotation", id);
}

}  // namespace reckoner
