#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"

namespace reckoner {

// What people wrote about samples. They hang on (model, sample id), not on a run, so they outlive it. uid is
// the same in every store a row is merged into. label_correction is append-only: the newest of a sample
// holds.
void createNotebook(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE annotation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    sample_id TEXT NOT NULL,
    text TEXT NOT NULL,
    expected TEXT NOT NULL,
    produced TEXT NOT NULL,
    happened TEXT NOT NULL,
    user TEXT NOT NULL,
    context TEXT NOT NULL,
    action TEXT NOT NULL,
    owner TEXT NOT NULL,
    tags TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('none', 'low', 'medium', 'high')),
    cost REAL,
    status TEXT NOT NULL CHECK (status IN ('open', 'explained', 'fixed', 'wont_fix')),
    author TEXT NOT NULL,
    seen_on_version TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    revision INTEGER NOT NULL,
    conflict_with TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX annotation_by_sample ON annotation (model_id, sample_id);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    model_id INTEGER NOT NULL REFERENCES model (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT '',
    UNIQUE (model_id, name)
) STRICT;

CREATE TABLE cohort (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    name TEXT NOT NULL,
    expression TEXT NOT NULL,
    value TEXT NOT NULL,
    churn TEXT NOT NULL,
    regulation TEXT NOT NULL,
    owner TEXT NOT NULL,
    who TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT '',
    UNIQUE (model_id, name)
) STRICT;

CREATE TABLE label_correction (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    sample_id TEXT NOT NULL,
    corrected TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX label_correction_by_sample ON label_correction (model_id, sample_id);

CREATE TABLE sign_off (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL REFERENCES run (id),
    seed INTEGER NOT NULL,
    cohort TEXT NOT NULL,
    who TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sign_off_by_run ON sign_off (run_id);

CREATE TABLE sign_off_item (
    id INTEGER PRIMARY KEY,
    sign_off_id INTEGER NOT NULL REFERENCES sign_off (id),
    position INTEGER NOT NULL,
    run_row INTEGER NOT NULL CHECK (run_row BETWEEN 0 AND 4294967294),
    accepted INTEGER CHECK (accepted IN (0, 1)),
    content_hash TEXT NOT NULL DEFAULT '',
    UNIQUE (sign_off_id, position)
) STRICT;
)sql");
}

}  // namespace reckoner
