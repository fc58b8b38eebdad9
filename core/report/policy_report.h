// A model's policies as the command line lists them.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/report/json_text.h"
#include "core/review/policy_record.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

struct PolicyReport {
    std::string model;
    std::vector<PolicyRecord> records;  // newest first
    std::string today;                  // ISO date: what is overdue then
};

Json policiesJson(const PolicyReport& report);
std::string policiesText(const PolicyReport& report);

}  // namespace reckoner
