// Briefs, decisions, actions, experiments, reviews and the glossary of another store join those of this one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/action.h"
#include "core/review/brief.h"
#include "core/review/decision.h"
#include "core/review/experiment.h"
#include "core/review/glossary_reading.h"
#include "core/review/meeting.h"
#include "core/store/merge_store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// What another store holds about one of its models, oldest first.
struct OtherReviews {
    std::vector<BriefAnswer> answers;
    std::vector<Decision> decisions;
    std::vector<Action> actions;
    std::vector<Experiment> experiments;
    std::vector<Meeting> meetings;
    std::optional<AgendaTemplate> agenda;  // in force; nothing: the usual one
};
OtherReviews otherReviews(SQLite::Database& other, std::int64_t modelId);
std::vector<GlossaryReading> otherReadings(SQLite::Database& other);

// Inside a transaction. model: here. A row whose uid is here with the same words is the same one; with other
// words both are kept. A running review of the other store comes as it stood, with its clock stopped, and as
// a draft when one is running here. The agenda of the model comes where there is none. Counts and remarks go
// to `merged`.
void mergeReviews(SQLite::Database& database, std::int64_t model, const OtherReviews& reviews,
                  const std::string& now, MergedStore& merged);
// Readings of terms this store has none of its own for.
void mergeReadings(SQLite::Database& database, const std::vector<GlossaryReading>& readings,
                   const std::string& now, MergedStore& merged);

}  // namespace reckoner
