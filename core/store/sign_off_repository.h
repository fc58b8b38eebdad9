// Sign-offs of runs and the outputs that were judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/sign_off.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<SignOff> signOffsOf(SQLite::Database& database, RunId run);  // newest first
std::optional<SignOff> signOffWithUid(SQLite::Database& database, const std::string& uid);

// Throws Error{Usage} when there is nothing to judge or a row is none of the run's.
void requireItems(SQLite::Database& database, const SignOff& signOff);

// See Notebook::startSignOff and judge. Inside a transaction.
SignOff addSignOff(SQLite::Database& database, const SignOff& given, const std::string& now);
void storeJudgement(SQLite::Database& database, std::int64_t signOffId, std::size_t item,
                    std::optional<bool> accepted, const std::string& now);
// As given. Returns the id.
std::int64_t insertSignOff(SQLite::Database& database, const SignOff& signOff);

}  // namespace reckoner
