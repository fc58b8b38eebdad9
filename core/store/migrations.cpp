#include "core/store/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/store/database.h"

namespace reckoner {
namespace {

constexpr Migration kMigrations[] = {
    {"models, versions, eval sets and runs", createRuns},
    {"cost models, policies and remembered roles", createCostsAndPolicies},
    {"notes, tags, cohorts, corrected labels and sign-offs", createNotebook},
    {"what became known later", createAttachments},
    {"scenarios, cohorts' own costs, reviews, prevalence and costs by class", extendCosts},
    {"what policies were adopted on", createPolicyEvidence},
    {"requirements, stages and what is known about versions", createRequirements},
    {"briefs, decisions, actions, experiments and reviews", createReviews},
    {"who changed a note", addNoteChangedBy},
    {"the agenda of a model's reviews", createAgendas},
};

}  // namespace

std::span<const Migration> migrations() {
    return kMigrations;
}

int schemaVersion() {
    return static_cast<int>(std::size(kMigrations));
}

void migrate(SQLite::Database& database, int version) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
    const auto from = static_cast<int>(pragmaNumber(database, "user_version"));
    for (int step = from; step < version; ++step)
        kMigrations[step].apply(database);
    if (from < version) database.exec(fmt::format("PRAGMA user_version={}", version));
    transaction.commit();
}

}  // namespace reckoner
