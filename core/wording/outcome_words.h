// The outcomes in one or two words, for places too small for the model's full phrases.
#pragma once

#include <string>

#include "core/cost/operating_point.h"
#include "core/wording/decide_sentences.h"

namespace reckoner {

// "missed", "caught", "approved", "refused": the model's own words, shortened. `n` chooses "false alarm" or
// "false alarms".
std::string outcomeWord(const Vocabulary& words, Cell cell, std::uint64_t n);

// A filter expression that finds exactly the samples of a cell, and back: "outcome = missed". The threshold
// is the one in force wherever the expression is used.
std::string outcomeExpression(Cell cell);

// The sums of one outcome.
const Sums& sumsOf(const Tally& tally, Cell cell);
double costOf(const CostParts& parts, Cell cell);

// The unit of an amount: "EUR a month", "false alarms".
std::string amountUnitText(const RunAnalysis& run, const Vocabulary& words);

// "64,100 EUR a month" at this point; of tiers with their reviews.
std::string costAtText(const RunAnalysis& run, const Vocabulary& words, const OperatingPoint& point);
// "15,600 less than the policy in force", "the policy in force", "no policy in force".
std::string costAgainstPolicyText(const RunAnalysis& run, const OperatingPoint& point,
                                  const std::optional<OperatingPoint>& policy);
// Of tiers, where one threshold alone is counted: "Counted from the first cut-off, 0.35; with the review tier
// it costs 59,800 EUR a month." Empty for a threshold.
std::string countedFromText(const RunAnalysis& run, const Vocabulary& words, const OperatingPoint& point);
// Of a selection no policy was made for: "for these 398 applications".
std::string costOfSelectionText(std::uint64_t n, const Vocabulary& words);

}  // namespace reckoner
