// The requirements of a store as the command line prints them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/report/json_text.h"
#include "core/review/requirement.h"

namespace reckoner {

struct ListedRequirement {
    std::string model;
    RequirementRecord record;
};

// {"requirements": [{"id", "model", "text", "metric", "floor", "target", ...}]}
Json requirementsJson(const std::vector<ListedRequirement>& requirements);
// An empty list is a sentence that says what to do.
std::string requirementsText(const std::vector<ListedRequirement>& requirements);

Json requirementJson(const ListedRequirement& requirement);
// null when there is none
Json optionalNumber(const std::optional<double>& number);

}  // namespace reckoner
