// What the Decide page says about tiers: who gets how many, what it costs, what is too much for the team.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cost/constraints.h"
#include "core/cost/operating_point.h"
#include "core/wording/sentence.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "Tiers at 0.30 and 0.60 cost 58,200 EUR a month": decisions and reviews together.
Sentence tierHeadline(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan);

struct PolicyComparison {
    std::optional<OperatingPoint> policy;                 // in force
    std::optional<Interval> difference;                   // 95 %, of the cost a period: now minus policy
    std::optional<LimitedOptimum::Point> withinLimits{};  // of one threshold: the cheapest within limits
};
// "21,500 less than the policy in force, between 17,000 and 26,000 less. The lowest with one threshold is
// 61,400, at 0.26."
Sentence pointAgainstPolicy(const RunAnalysis& run, const OperatingPoint& point,
                            const PolicyComparison& facts);

// "Likely between 55,000 and 61,000. A review costs 12 EUR and is right in 95 of 100 cases; 1,000
// applications a month."
std::string tierAssumptions(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                            std::optional<Interval> likely);
// Without what the outcomes cost, where there is no room for it.
std::string shortTierAssumptions(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                                 std::optional<Interval> likely);

// "120 a month go to an underwriter: 40 hours, 1,440 EUR". Nobody is sent anywhere: says so.
Sentence queueSentence(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                       const ReviewQueue& queue);
// "12 more than the team can see: 4 hours, 144 EUR a month." Empty while the queue fits or has no limit.
std::string overSentence(const RunAnalysis& run, const Vocabulary& words, const ReviewQueue& queue);
// "Room for 8 more a month." Empty without a capacity, or when the queue is full.
std::string roomSentence(const RunAnalysis& run, const ReviewQueue& queue);

// A row of the tier table in words.
struct TierRowText {
    std::string from;    // "0.30 and up", "below 0.30", "0.30 to 0.60"
    std::string volume;  // "120"
    std::string share;   // "12 %"
    std::string mix;     // "36 defaults, 84 others"
    std::string cost;    // "1,440"
};
// From the lowest scores up, as in the plan.
std::vector<TierRowText> tierRowTexts(const RunAnalysis& run, const Vocabulary& words, const TierPlan& plan,
                                      const TierSheet& sheet);
// What is done, in the model's words: "approved", "people decide", "refused".
std::string tierActWord(TierAct act, const Vocabulary& words);
// Heads of the table: "a month" or "in this run"; "EUR a month".
std::string tierVolumeHead(const RunAnalysis& run);
std::string tierCostHead(const RunAnalysis& run, const Vocabulary& words);

// Why the cut-offs cannot be fitted; empty: they can.
std::string whyNoFit(const TierPlan& plan, const ReviewQueue& queue);

}  // namespace reckoner
