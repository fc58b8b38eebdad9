// Costs in sentences: what each outcome costs, what changed, where a choice turns, what is best under which
// scenario.
#pragma once

#include <string>
#include <vector>

#include "core/cost/break_even.h"
#include "core/cost/scenario_optimum.h"
#include "core/review/cost_book.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "When we refuse a customer who would have paid, it costs us". Without words of the model's own, one is told
// by its class: "a sample that is not “bad”".
std::string outcomeQuestion(const Vocabulary& words, const std::string& positive, Outcome outcome);
// The outcome as a heading: "missed default", "good customer refused", "caught", "approved".
std::string outcomeName(const Vocabulary& words, Outcome outcome);
// "212 EUR", "31 % of the amount", "2 EUR and 15 % of the amount"; without a currency the bare figure. Shown
// to three digits.
std::string priceText(const OutcomeCost& price, const std::string& currency);
// "we gain 15 EUR" below a negative entry; empty for others.
std::string gainNote(const OutcomeCost& price, const std::string& currency);

// What `now` changed of `before`, a clause each: "missed default: 50 % → 60 % of amount". Of the first entry
// (null) what it says that is not nothing.
std::vector<std::string> costChanges(const CostModelRow* before, const CostModelRow& now);

// "This holds against the policy in force while a missed default costs more than 212 EUR (now 300 EUR)."
// against: "the policy in force", "v1".
std::string breakEvenSentence(const BreakEven& turn, Outcome outcome, const CostModel& costs,
                              const Vocabulary& words, const std::string& against);
// "0.26 is the cheapest while a missed default costs between 46 % and 55 % of the amount (now 50 %)."
// at: the threshold as shown.
std::string stablePricesSentence(const std::optional<PriceRange>& range, Outcome outcome,
                                 const CostModel& costs, const Vocabulary& words, const std::string& at);
// "Best under likely 0.26, under worst 0.21." Empty for fewer than two.
std::string scenariosSentence(const std::vector<ScenarioOptimum>& optima, const RunAnalysis& run);
// "Weighed to production, where 4 % are defaults; in this run 28 % are." Empty where nothing is weighed.
std::string productionSentence(const RunAnalysis& run, const Vocabulary& words);

// What a page says of the costs it counts by, where they are not simply everybody's likely ones: "Scenario
// worst." "These are the costs of Renters only." "Tried out, not saved." and the sentence above. cohort: its
// name.
std::string costsNote(const CostsInForce& costs, const std::string& cohort, bool triedOut,
                      const RunAnalysis& run);

// A share as the figure people type: 0.29 -> "29", exactly. And back: what is no number is nothing.
std::string percentTyped(double share);
std::optional<double> shareTyped(const std::string& text);

}  // namespace reckoner
