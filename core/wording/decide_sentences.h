// What the Decide page says about one threshold of one run. Every figure comes from the run's own sweep.
#pragma once

#include <optional>
#include <string>

#include "core/base/value.h"
#include "core/metrics/run_analysis.h"
#include "core/wording/sentence.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// One operating point in all its figures, per period where a volume is known.
struct PointFacts {
    double threshold = 0;
    Tally tally;
    CostParts perPeriod;
    Value precision;
    Value recall;
};
PointFacts pointFacts(const RunAnalysis& run, double threshold);

// Money or false alarms, rounded to three digits: "64,100 EUR", "1,050 false alarms".
std::string amountText(const RunAnalysis& run, const Vocabulary& words, double perPeriod);
// The same without its unit.
std::string amountText(double perPeriod);
// A difference to the digit its total is shown to: 706 of 64,100 is 700.
double roundedDifference(double difference, double total);
// "15,600 less", "700 more", "slightly less", "the same".
std::string differenceText(double difference, double total);
// " a month", or "" when no volume is known.
std::string perPeriodText(const RunAnalysis& run);
// To a hundredth of the axis, in fixed width: "0.31" on [0, 1], "31" on [0, 100]; "nobody" for +infinity.
std::string shortThreshold(const RunAnalysis& run, double threshold);
// To a thousandth of the axis: "0.310". What a drag sets is exactly this.
std::string fullThreshold(const RunAnalysis& run, double threshold);
// Size of a step people speak of: a hundredth of the axis rounded to 1, 2 or 5 times a power of ten.
double thresholdStep(const RunAnalysis& run);
// The threshold a drag to `raw` means: rounded to a tenth of a step, kept on the axis.
double roundedThreshold(const RunAnalysis& run, double raw);

// "At 0.31, wrong decisions cost 64,100 EUR a month".
Sentence headline(const RunAnalysis& run, const Vocabulary& words, double threshold);

struct AgainstPolicy {
    std::optional<double> policy;        // threshold in force
    std::optional<Interval> difference;  // 95 %, of the cost a period: now minus policy
};
// "15,600 less than the policy in force, between 11,300 and 19,900 less. The lowest possible is 61,400, at
// 0.26."
Sentence againstPolicy(const RunAnalysis& run, double threshold, const AgainstPolicy& facts);

// "Likely between 59,800 and 68,800. A missed default costs half the amount, ...; 1,000 applications a
// month."
std::string assumptions(const RunAnalysis& run, const Vocabulary& words, std::optional<Interval> likely);

// "Of 100 refused, 56 would have defaulted; 76 of 100 defaults are caught."
Sentence qualitySentence(const RunAnalysis& run, const Vocabulary& words, double threshold);
// All of one point in plain text, for the pointer: threshold, four counts, precision, recall, money.
std::string pointSentence(const RunAnalysis& run, const Vocabulary& words, double threshold);

enum class Cell { Missed, Caught, LetThrough, FalseAlarm };
// What one cell of the matrix holds, as a sentence.
std::string cellSentence(const RunAnalysis& run, const Vocabulary& words, double threshold, Cell cell);
// "Counts are of the 4,454 applications in this run, money is for 1,000 applications a month."
std::string countsNote(const RunAnalysis& run, const Vocabulary& words);

// "24 %"; "< 1 %" and "> 99 %" where rounding would say none or all.
std::string shareText(double share);

// Axis captions and labels.
std::string thresholdAxisTitle(const Vocabulary& words);  // "threshold: refuse from this score up"
std::string precisionAxisTitle(const Vocabulary& words);  // "precision: refused who would have defaulted"
std::string recallAxisTitle(const Vocabulary& words);     // "recall: defaults caught"
std::string capitalised(const std::string& text);

}  // namespace reckoner
