// Limits on a threshold in words: what is asked, what holding it costs, what cannot be held.
#pragma once

#include <string>

#include "core/cost/broken_limits.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "recall at least 70 %, at most 300 refused a month"; empty when nothing is asked.
std::string limitsText(const Limits& limits, const RunAnalysis& run, const Vocabulary& words);

// "Within your limits 0.35 is the cheapest: 65,200 EUR a month, 3,800 more than the lowest." or what cannot
// be held and how close one can get: "Precision of 95 % cannot be reached: 88 % is the most, at 0.93."
std::string limitedSentence(const Limits& limits, const LimitedOptimum& found, const RunAnalysis& run,
                            const Vocabulary& words);

// What the threshold on the screen does not hold: "Recall is 58 %, not at least 70 %." Empty: it holds all.
std::string brokenSentence(const Limits& limits, const std::vector<BrokenLimit>& broken,
                           const RunAnalysis& run, const Vocabulary& words);

// Words of a limit's line on a chart: "at least 70 %", "at most 30 %".
std::string requiredText(bool floor, double share);

}  // namespace reckoner
