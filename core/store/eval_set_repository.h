// Eval sets: labelled samples, each stored once however many runs score it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace reckoner {

struct EvalSetRow {
    std::int64_t id = 0;
    std::uint64_t samples = 0;
    std::string fingerprint;  // of the run that created it
};

std::optional<EvalSetRow> evalSetNamed(SQLite::Database& database, std::int64_t modelId,
                                       const std::string& name);
EvalSetRow insertEvalSet(SQLite::Database& database, std::int64_t modelId, const std::string& name,
                         const std::string& fingerprint, const std::string& now);
void storeSampleCount(SQLite::Database& database, std::int64_t evalSetId, std::uint64_t samples);

}  // namespace reckoner
