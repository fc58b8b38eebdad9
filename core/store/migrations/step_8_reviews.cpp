#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"

namespace reckoner {

// What a team writes in its reviews. brief_answer and decision are append-only: the newest answer of a
// question holds, a decision is replaced by one that names it. review and review_item are one meeting and
// the points of its agenda; review_uid names one, and is empty for what was written outside a meeting.
void createReviews(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE brief_answer (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    question TEXT NOT NULL,
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    written_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX brief_answer_by_model ON brief_answer (model_id, question);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    conditions TEXT NOT NULL,
    revisit_on TEXT NOT NULL,
    tripwire TEXT NOT NULL,
    supersedes TEXT NOT NULL,
    review_uid TEXT NOT NULL,
    version TEXT NOT NULL,
    evidence TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX decision_by_model ON decision (model_id);

CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    title TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('experiment', 'development', 'hardening')),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    result TEXT NOT NULL,
    links TEXT NOT NULL,
    review_uid TEXT NOT NULL,
    who TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX action_by_model ON action (model_id);

CREATE TABLE experiment (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    hypothesis TEXT NOT NULL,
    tried TEXT NOT NULL,
    finding TEXT NOT NULL CHECK (finding IN ('running', 'helps', 'no_difference', 'does_not_work')),
    result TEXT NOT NULL,
    saved TEXT NOT NULL,
    versions TEXT NOT NULL,
    who TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX experiment_by_model ON experiment (model_id);

CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'closed')),
    attendees TEXT NOT NULL,
    current INTEGER NOT NULL,
    clock_from TEXT NOT NULL,
    started_at TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX review_by_model ON review (model_id);

CREATE TABLE review_item (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    review_id INTEGER NOT NULL REFERENCES review (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    page TEXT NOT NULL,
    kind TEXT NOT NULL,
    view TEXT NOT NULL,
    notes TEXT NOT NULL,
    notes_revision INTEGER NOT NULL,
    picks TEXT NOT NULL,
    spent_ms INTEGER NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX review_item_by_review ON review_item (review_id);

CREATE TABLE glossary_reading (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    term TEXT NOT NULL,
    agreed TEXT NOT NULL,
    manager TEXT NOT NULL,
    engineer TEXT NOT NULL,
    who TEXT NOT NULL,
    written_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
)sql");
}

}  // namespace reckoner
