#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"
#include "core/store/seal.h"

namespace reckoner {
namespace {

// Stage and rollback plan of step 1 were never written; they have histories of their own now.
void dropUnusedVersionColumns(SQLite::Database& database) {
    database.exec("ALTER TABLE version DROP COLUMN stage");
    database.exec("ALTER TABLE version DROP COLUMN rollback_plan");
    std::vector<std::int64_t> rows;
    SQLite::Statement query(database, "SELECT id FROM version ORDER BY id");
    while (query.executeStep())
        rows.push_back(query.getColumn(0).getInt64());
    query.reset();
    for (const std::int64_t id : rows)
        sealRow(database, "version", id);
}

}  // namespace

// All append-only. uid is the same in every store a row is merged into. supersedes: uid of a requirement, or
// empty. version of an event: a version's name, empty: all of them.
void createRequirements(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE requirement (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    metric TEXT NOT NULL,
    class_of TEXT NOT NULL,
    floor REAL,
    at_most INTEGER NOT NULL CHECK (at_most IN (0, 1)),
    baseline TEXT NOT NULL,
    by_at_most REAL,
    target REAL,
    column_name TEXT NOT NULL,
    share REAL,
    cohort TEXT NOT NULL,
    due TEXT NOT NULL,
    owner TEXT NOT NULL,
    because TEXT NOT NULL,
    who TEXT NOT NULL,
    created_at TEXT NOT NULL,
    supersedes TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX requirement_by_model ON requirement (model_id);

CREATE TABLE requirement_event (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    requirement_id INTEGER NOT NULL REFERENCES requirement (id),
    kind TEXT NOT NULL CHECK (kind IN ('waived', 'lifted', 'withdrawn')),
    version TEXT NOT NULL,
    until TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX requirement_event_by_requirement ON requirement_event (requirement_id);

CREATE TABLE stage_change (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version_id INTEGER NOT NULL REFERENCES version (id),
    stage TEXT NOT NULL CHECK (stage IN ('candidate', 'in_review', 'production', 'retired', 'rolled_back')),
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX stage_change_by_version ON stage_change (version_id);

CREATE TABLE version_facts (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    version_id INTEGER NOT NULL REFERENCES version (id),
    owner TEXT NOT NULL,
    rollback_plan TEXT NOT NULL,
    learnt_from TEXT NOT NULL,
    cost_per_prediction REAL,
    currency TEXT NOT NULL,
    latency_p50 REAL,
    latency_p95 REAL,
    latency_p99 REAL,
    baseline INTEGER NOT NULL CHECK (baseline IN (0, 1)),
    who TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX version_facts_by_version ON version_facts (version_id);
)sql");
    dropUnusedVersionColumns(database);
}

}  // namespace reckoner
