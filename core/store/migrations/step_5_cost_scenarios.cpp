#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"
#include "core/store/seal.h"

namespace reckoner {

// Of a model's cost_model rows the newest of each (scenario, cohort) is in force. cohort: uid, empty: all
// samples. class_costs: JSON, empty: none.
void extendCosts(SQLite::Database& database) {
    database.exec(R"sql(
ALTER TABLE cost_model ADD COLUMN scenario TEXT NOT NULL DEFAULT 'likely';
ALTER TABLE cost_model ADD COLUMN cohort TEXT NOT NULL DEFAULT '';
ALTER TABLE cost_model ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
ALTER TABLE cost_model ADD COLUMN reviewer_accuracy REAL NOT NULL DEFAULT 1;
ALTER TABLE cost_model ADD COLUMN review_capacity REAL;
ALTER TABLE cost_model ADD COLUMN prevalence REAL;
ALTER TABLE cost_model ADD COLUMN class_costs TEXT NOT NULL DEFAULT '';
)sql");
    // Rows that were changed outside do not come here: a damaged store is not brought up to date.
    std::vector<std::int64_t> rows;
    SQLite::Statement query(database, "SELECT id FROM cost_model ORDER BY id");
    while (query.executeStep())
        rows.push_back(query.getColumn(0).getInt64());
    query.reset();
    for (const std::int64_t id : rows)
        sealRow(database, "cost_model", id);
}

}  // namespace reckoner
