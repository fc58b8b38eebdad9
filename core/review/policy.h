// An operating point somebody adopted for one version. Append-only: superseded, never edited.
#pragma once

#include <cstdint>
#include <string>

namespace reckoner {

struct Policy {
    std::int64_t id = 0;
    std::int64_t versionId = 0;
    double threshold = 0;  // in the file's score units
    std::string who;
    std::string why;
    std::string adoptedAt;  // ISO time, filled by the store
    std::string reviewBy;   // ISO date, may be empty
};

}  // namespace reckoner
