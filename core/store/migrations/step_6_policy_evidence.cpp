#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/migrations.h"

namespace reckoner {

// What a policy was adopted on; append-only as the policy itself. frozen: JSON of
// core/review/policy_evidence.h. run_id and cost_model_id are empty where they are not of this store.
void createPolicyEvidence(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE policy_evidence (
    id INTEGER PRIMARY KEY,
    policy_id INTEGER NOT NULL UNIQUE REFERENCES policy (id),
    run_id INTEGER REFERENCES run (id),
    cost_model_id INTEGER REFERENCES cost_model (id),
    fingerprint TEXT NOT NULL,
    frozen TEXT NOT NULL,
    content_hash TEXT NOT NULL DEFAULT ''
) STRICT;
)sql");
}

}  // namespace reckoner
