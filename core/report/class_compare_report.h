// Two runs of several classes side by side, as the command line prints them.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/metrics/class_comparison.h"
#include "core/report/json_text.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// The keys of `compare --json`, and "per_class".
Json classCompareJson(const ClassComparison& comparison, const ClassComparisonRequest& request);
std::string classCompareText(const ClassComparison& comparison, const ClassComparisonRequest& request,
                             const Vocabulary& words);

}  // namespace reckoner
