// Two runs side by side, as the command line prints them.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/metrics/comparison.h"
#include "core/report/json_text.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// CLI.md, `compare --json`: differences are second - first, z is of first - second.
Json compareJson(const Comparison& comparison, const ComparisonRequest& request);
// For people: what is better, what is worse, where no difference is seen, and who changed sides.
std::string compareText(const Comparison& comparison, const ComparisonRequest& request,
                        const Vocabulary& words);

}  // namespace reckoner
