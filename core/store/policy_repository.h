// Policies: operating points adopted for a version; append-only.
#pragma once

#include <optional>
#include <vector>

#include "core/review/policy.h"
#include "core/review/policy_record.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Newest first.
std::vector<Policy> policiesOf(SQLite::Database& database, std::int64_t versionId);
// Of all versions of a model, newest first, with what they were adopted on and their periods.
std::vector<PolicyRecord> policyRecordsOf(SQLite::Database& database, std::int64_t modelId);
// Throws Error{Usage} when the threshold or the tiers are none, or there is no such version.
std::int64_t insertPolicy(SQLite::Database& database, const Policy& policy);
// Inside the transaction of its policy. Run and cost model are kept as rows where they are in this store.
void insertEvidence(SQLite::Database& database, std::int64_t policyId, const PolicyEvidence& evidence);
std::optional<PolicyEvidence> evidenceOf(SQLite::Database& database, std::int64_t policyId);

}  // namespace reckoner
