// Another volume, another share of what the model looks for: what then, in words.
#pragma once

#include <string>

#include "core/cost/what_if.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "0.31 would cost 128,000 EUR a month; the lowest would be 123,000, at 0.26. 762 refused a month, 462 more
// than the team can see."
std::string whatIfSentence(const WhatIf& found, const OperatingPoint& point, const Vocabulary& words);

// "0.31 costs no more than the policy in force while at least 12 of 100 applications are defaults." against:
// "the policy in force".
std::string stablePrevalenceSentence(const std::optional<Interval>& range, const RunAnalysis& run,
                                     double threshold, const Vocabulary& words, const std::string& against);

}  // namespace reckoner
