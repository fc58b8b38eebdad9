#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"

namespace reckoner {

// Samples lie by column: column_data is what equal columns share, column_chunk its values (part 0) and its
// dictionary (part 1). sample_chunk holds the ids of an eval set, by ordinal. content_hash and set_digest:
// see seal.h.
void createRuns(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    task TEXT NOT NULL CHECK (task IN ('binary', 'multiclass')),
    classes TEXT NOT NULL,
    positive TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES model (id),
    name TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    changelog TEXT NOT NULL,
    parent TEXT NOT NULL,
    stage TEXT NOT NULL DEFAULT '',
    rollback_plan TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT '',
    UNIQUE (model_id, name)
) STRICT;

CREATE TABLE eval_set (
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES model (id),
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    samples INTEGER NOT NULL CHECK (samples BETWEEN 0 AND 4294967294),
    created_at TEXT NOT NULL,
    UNIQUE (model_id, name)
) STRICT;

CREATE TABLE sample_chunk (
    id INTEGER PRIMARY KEY,
    eval_set_id INTEGER NOT NULL REFERENCES eval_set (id),
    first_row INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    encoding INTEGER NOT NULL,
    compressed INTEGER NOT NULL,
    raw_bytes INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (eval_set_id, first_row)
) STRICT;

CREATE TABLE column_data (
    id INTEGER PRIMARY KEY,
    content_hash TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('category', 'real', 'timestamp', 'text', 'ordinal')),
    rows INTEGER NOT NULL CHECK (rows BETWEEN 0 AND 4294967294),
    distinct_values INTEGER NOT NULL
) STRICT;
CREATE INDEX column_data_by_content ON column_data (content_hash);

CREATE TABLE column_chunk (
    id INTEGER PRIMARY KEY,
    data_id INTEGER NOT NULL REFERENCES column_data (id),
    part INTEGER NOT NULL CHECK (part IN (0, 1)),
    first_row INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    encoding INTEGER NOT NULL,
    compressed INTEGER NOT NULL,
    raw_bytes INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (data_id, part, first_row)
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version (id),
    eval_set_id INTEGER NOT NULL REFERENCES eval_set (id),
    run_date TEXT NOT NULL,
    classes TEXT NOT NULL,
    score_kind TEXT NOT NULL,
    decision_threshold REAL,
    rows INTEGER NOT NULL CHECK (rows BETWEEN 0 AND 4294967294),
    scored INTEGER NOT NULL,
    missing_label INTEGER NOT NULL,
    unexpected_label INTEGER NOT NULL,
    missing_score INTEGER NOT NULL,
    nan_score INTEGER NOT NULL,
    infinite_score INTEGER NOT NULL,
    rejected_rows INTEGER NOT NULL,
    repeated_ids INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    changelog TEXT NOT NULL,
    notes TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX run_by_version ON run (version_id);
CREATE INDEX run_by_eval_set ON run (eval_set_id);

CREATE TABLE run_column (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    type TEXT NOT NULL,
    class_of TEXT NOT NULL,
    time_format TEXT NOT NULL,
    missing INTEGER NOT NULL,
    data_id INTEGER NOT NULL REFERENCES column_data (id),
    UNIQUE (run_id, position)
) STRICT;
CREATE INDEX run_column_by_data ON run_column (data_id);

CREATE TABLE import_source (
    run_id INTEGER PRIMARY KEY REFERENCES run (id),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    manifest TEXT NOT NULL
) STRICT;
CREATE INDEX import_source_by_sha256 ON import_source (sha256);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE set_digest (
    table_name TEXT PRIMARY KEY,
    rows INTEGER NOT NULL,
    digest TEXT NOT NULL
) STRICT;
)sql");
}

}  // namespace reckoner
