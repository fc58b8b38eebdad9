// Corrected labels; append-only, the newest of a sample holds.
#pragma once

#include <string>
#include <vector>

#include "core/review/label_correction.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<LabelCorrection> correctionsInForce(SQLite::Database& database,
                                                std::int64_t modelId);  // by sample id
std::vector<LabelCorrection> allCorrections(SQLite::Database& database, std::int64_t modelId);
std::vector<LabelCorrection> correctionsOfSample(SQLite::Database& database, std::int64_t modelId,
                                                 const std::string& sampleId);  // newest first

// See Notebook::correct. Inside a transaction.
LabelCorrection addCorrection(SQLite::Database& database, const LabelCorrection& given,
                              const std::string& now);
// As given.
std::int64_t insertCorrection(SQLite::Database& database, const LabelCorrection& correction);

}  // namespace reckoner
