// The store's schema as a list of steps; PRAGMA user_version is how many a store has been through.
#pragma once

#include <span>
#include <string_view>

namespace SQLite {
class Database;
}

namespace reckoner {

// A step never changes once a release or a fixture has been written with it: add another. A step that adds
// a column to a table of sealedTables() seals its rows again.
struct Migration {
    std::string_view title;
    void (*apply)(SQLite::Database& database);
};

// Step i brings a store from version i to i + 1.
std::span<const Migration> migrations();
int schemaVersion();

// Runs the steps after the store's own version in one transaction, to `version`. Rolled back when one fails.
void migrate(SQLite::Database& database, int version);

// One file each.
void createRuns(SQLite::Database& database);
void createCostsAndPolicies(SQLite::Database& database);
void createNotebook(SQLite::Database& database);
void createAttachments(SQLite::Database& database);
void extendCosts(SQLite::Database& database);
void createPolicyEvidence(SQLite::Database& database);
void createRequirements(SQLite::Database& database);
void createReviews(SQLite::Database& database);
void addNoteChangedBy(SQLite::Database& database);
void createAgendas(SQLite::Database& database);

}  // namespace reckoner
