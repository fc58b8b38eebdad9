// The lowest cost in words: where it is, how much it matters, and what limits leave of it.
#pragma once

#include <optional>
#include <string>

#include "core/cost/constraints.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/decide_sentences.h"

namespace reckoner {

// A threshold with as few digits as it takes for the cost there to read as it is, to a thousandth of the
// axis: "0.26", "0.505" where 0.51 would cost more. "nobody" for +infinity.
std::string costedThreshold(const RunAnalysis& run, double threshold);

// The plateau is told where there is room for it.
enum class LowestRoom { None, Lowest, Plateau };
// "The lowest possible is 61,400, at 0.26; anything from 0.253 to 0.262 is within 1 % of it." With limits:
// "The lowest within your limits is 65,200, at 0.35." Empty where there is none, or no room.
std::string lowestSentence(const RunAnalysis& run, double threshold,
                           const std::optional<LimitedOptimum::Point>& withinLimits, LowestRoom room);

// againstPolicy() with what is said of the lowest as lowestSentence() does.
Sentence againstPolicy(const RunAnalysis& run, double threshold, const AgainstPolicy& facts,
                       const std::optional<LimitedOptimum::Point>& withinLimits, LowestRoom room);

// "anything from 0.253 to 0.262": the stretch within 1 % around the lowest without a gap, its ends rounded
// inwards to a thousandth of the axis, so that what is said holds. Every page and command says it by this.
// Empty where it is one threshold alone. Precondition: run.best.
std::string plateauStretch(const RunAnalysis& run);

// "Anything from 0.245 to 0.271 is within 1 % of the lowest." plateauStretch(); empty without
// samples.
std::string plateauSentence(const RunAnalysis& run);

}  // namespace reckoner
