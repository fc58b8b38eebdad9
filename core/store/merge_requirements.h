// Requirements, stages and what is known about versions of another store join those of this one, by uid.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/review/requirement.h"
#include "core/review/stage.h"
#include "core/store/merge_store.h"

namespace SQLite {
class Database;
}

namespace reckoner {

// What another store holds about one of its models; numbers are that store's.
struct OtherRequirements {
    struct Version {
        std::string name;
        std::vector<StageChange> stages;  // newest first
        std::vector<VersionFacts> facts;  // oldest first
    };
    std::vector<RequirementRecord> requirements;
    std::vector<Version> versions;
};
OtherRequirements otherRequirements(SQLite::Database& other, std::int64_t modelId);

// Inside a transaction. model: here. Versions are the same when their names are; what is no requirement, or
// of a version that is not here, is left out and said. Counts and remarks go to `merged`.
void mergeRequirements(SQLite::Database& database, std::int64_t model, const OtherRequirements& other,
                       const std::string& now, MergedStore& merged);

}  // namespace reckoner
