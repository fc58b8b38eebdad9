// Cohorts, corrected labels and sign-offs of another store join those of this one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/store/merge_store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// What another store holds about one of its models; numbers are that store's.
struct OtherNotes {
    std::vector<Cohort> cohorts;
    std::vector<LabelCorrection> corrections;
    std::vector<SignOff> signOffs;
};
OtherNotes otherNotes(SQLite::Database& other, std::int64_t modelId, const std::vector<RunRow>& runs);

// Inside a transaction. model: here. runHere: runs of the other store, here; sign-offs of others are left
// out. Counts and remarks go to `merged`.
void mergeNotes(SQLite::Database& database, std::int64_t model, const OtherNotes& notes,
                const std::map<RunId, RunId>& runHere, const std::string& now, MergedStore& merged);

}  // namespace reckoner
