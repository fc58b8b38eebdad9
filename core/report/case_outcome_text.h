// What became of the noted cases, as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/report/json_text.h"
#include "core/review/case_outcomes.h"

namespace reckoner {

// The value of "cases" of an imported run: how many of each kind, which samples, and the sentence.
Json caseOutcomesJson(const CaseOutcomes& outcomes);

}  // namespace reckoner
