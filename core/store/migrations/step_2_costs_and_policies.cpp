#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"

namespace reckoner {

// Both append-only: the newest row is in force. words: the model's vocabulary as JSON.
void createCostsAndPolicies(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE cost_model (
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES model (id),
    tp REAL NOT NULL,
    tp_factor REAL NOT NULL,
    tp_amount TEXT NOT NULL,
    fp REAL NOT NULL,
    fp_factor REAL NOT NULL,
    fp_amount TEXT NOT NULL,
    fn REAL NOT NULL,
    fn_factor REAL NOT NULL,
    fn_amount TEXT NOT NULL,
    tn REAL NOT NULL,
    tn_factor REAL NOT NULL,
    tn_amount TEXT NOT NULL,
    review REAL NOT NULL,
    currency TEXT NOT NULL,
    volume_per_period REAL NOT NULL,
    period TEXT NOT NULL,
    note TEXT NOT NULL,
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX cost_model_by_model ON cost_model (model_id);

CREATE TABLE policy (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version (id),
    threshold REAL NOT NULL,
    tiers TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    adopted_at TEXT NOT NULL,
    review_by TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX policy_by_version ON policy (version_id);

CREATE TABLE remembered_role (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    position INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    role TEXT NOT NULL,
    class_of TEXT NOT NULL,
    UNIQUE (model, position)
) STRICT;
)sql");
}

}  // namespace reckoner
