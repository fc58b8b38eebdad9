// Brief, decisions, actions, experiments and the team's glossary: the rules of writing them. Inside a
// transaction.
#pragma once

#include <string>
#include <vector>

#include "core/review/action.h"
#include "core/review/brief.h"
#include "core/review/decision.h"
#include "core/review/experiment.h"
#include "core/review/glossary_reading.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// Errors: review_book.h.
BriefAnswer addAnswer(SQLite::Database& database, const BriefAnswer& given, const std::string& now);
Decision addDecision(SQLite::Database& database, const Decision& given, const std::string& now);
Action saveAction(SQLite::Database& database, const Action& given, const std::string& now);
Experiment saveExperiment(SQLite::Database& database, const Experiment& given, const std::string& now);
GlossaryReading addReading(SQLite::Database& database, const GlossaryReading& given, const std::string& now);
std::vector<GlossaryReading> readingsInForce(SQLite::Database& database);

}  // namespace reckoner
