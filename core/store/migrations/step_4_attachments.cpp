#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"

namespace reckoner {

// What became known later, by sample id: ids and columns lie as column_data. attached_count: a run's counts
// with what is attached, where they are others than the run's own.
void createAttachments(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES model (id),
    source_name TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    ids INTEGER NOT NULL,
    matched INTEGER NOT NULL,
    repeated_ids INTEGER NOT NULL,
    rejected_rows INTEGER NOT NULL,
    ids_data_id INTEGER NOT NULL REFERENCES column_data (id),
    who TEXT NOT NULL,
    attached_at TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL DEFAULT '',
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX attachment_by_model ON attachment (model_id);

CREATE TABLE attached_column (
    id INTEGER PRIMARY KEY,
    attachment_id INTEGER NOT NULL REFERENCES attachment (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    type TEXT NOT NULL,
    time_format TEXT NOT NULL,
    missing INTEGER NOT NULL,
    data_id INTEGER NOT NULL REFERENCES column_data (id),
    UNIQUE (attachment_id, position)
) STRICT;

CREATE TABLE attached_count (
    run_id INTEGER PRIMARY KEY REFERENCES run (id),
    scored INTEGER NOT NULL,
    missing_label INTEGER NOT NULL,
    unexpected_label INTEGER NOT NULL,
    missing_score INTEGER NOT NULL,
    nan_score INTEGER NOT NULL,
    infinite_score INTEGER NOT NULL
) STRICT;
)sql");
}

}  // namespace reckoner
