// A saved filter with its business context; every page can look at it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace reckoner {

struct Cohort {
    std::int64_t id = 0;  // 0: not stored yet
    std::int64_t modelId = 0;
    std::string name;        // unique within the model
    std::string expression;  // normal form of docs/filter.md
    std::string value;       // what these samples are worth to the business
    std::string churn;       // what is at risk
    std::string regulation;  // which rule they fall under
    std::string owner;       // whose problem it is
    std::string who;
    std::string changedAt;  // ISO time, filled by the store
    std::string uid{};      // the same in every store it is merged into; made at the first save

    bool operator==(const Cohort&) const = default;
};

// Name, expression and business context are the same.
bool sameContent(const Cohort& a, const Cohort& b);
// The one whose expression means the same, letter by letter of the normal form; null: none.
const Cohort* cohortOf(const std::vector<Cohort>& cohorts, const std::string& expression);

}  // namespace reckoner
