// The small print of the Decide page: which mistakes there are and what they cost, how much the lowest cost
// matters and how sure it is.
#pragma once

#include <optional>
#include <string>

#include "core/cost/cross_fit.h"
#include "core/cost/operating_point.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/sentence.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "0.31 costs 64,100 EUR a month", "Tiers cost 59,800 EUR a month": the headline where there is little room.
Sentence shortHeadline(const RunAnalysis& run, const Vocabulary& words, const OperatingPoint& point);

// "167 good customers refused a month cost 27,000 EUR; the 68 defaults missed are fewer but cost more:
// 37,100." With less room both stand side by side, and with little room their numbers alone.
enum class ErrorsRoom { Counts, Side, Compared };
std::string errorsSentence(const RunAnalysis& run, const Vocabulary& words, double threshold,
                           ErrorsRoom room = ErrorsRoom::Compared);

// assumptions() without the volume, where there is no room for it: the note beside the matrix says it too.
std::string shortAssumptions(const RunAnalysis& run, const Vocabulary& words, std::optional<Interval> likely);

// "Likely between 59,800 and 68,800."; empty without an interval.
std::string likelyText(const std::optional<Interval>& likely);

// "On samples it was not chosen on, the lowest saves 16,900 EUR against the policy, between 12,100 and
// 21,800."
std::string crossFitSentence(const RunAnalysis& run, const Vocabulary& words, const CrossFit& fit);

// The Bayes threshold in score units; nothing when costs vary by sample or scores are no probabilities.
std::optional<double> bayesScore(const RunAnalysis& run);
// "If the scores are calibrated, 0.167 is best." Empty where there is no Bayes threshold.
std::string bayesSentence(const RunAnalysis& run);

}  // namespace reckoner
