// What one step to either side changes, for people who do not read curves.
#pragma once

#include <string>

#include "core/metrics/run_analysis.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// The cheaper neighbour one step away, named in full: "One step left, 0.30: 4 more defaults caught and 9 more
// good customers refused a month, 700 EUR less." Empty when there is no step left to take.
std::string nextStepSentence(const RunAnalysis& run, const Vocabulary& words, double threshold);

enum class StepRoom { Wide, Narrow, Brief };
// Both neighbours, the cheaper first; the other one in the first one's order and without its nouns: "One step
// right, 0.32: 5 fewer and 12 fewer, 400 EUR more." Narrow: of the other one the cost alone, "Right, 0.32:
// 400 EUR more." Brief: of both the cost alone.
std::string nextStepsSentence(const RunAnalysis& run, const Vocabulary& words, double threshold,
                              StepRoom room);

}  // namespace reckoner
