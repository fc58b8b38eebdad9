#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"

namespace reckoner {

// What a model's reviews go through, as agenda.h writes it. Append-only: the newest of a model holds.
void createAgendas(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE agenda_template (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    model_id INTEGER NOT NULL REFERENCES model (id),
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    written_at TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agenda_template_by_model ON agenda_template (model_id);
)sql");
}

}  // namespace reckoner
