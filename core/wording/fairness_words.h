// How groups, rates and gaps are called in the table of fairness.
#pragma once

#include <string>

#include "core/metrics/fair_thresholds.h"
#include "core/metrics/fairness_board.h"
#include "core/metrics/fairness_intervals.h"
#include "core/wording/decide_sentences.h"

namespace reckoner {

// The rates groups are compared in.
enum class FairRate { Selection, Tpr, Fnr, Fpr, Precision };
inline constexpr FairRate kFairRates[] = {FairRate::Selection, FairRate::Tpr, FairRate::Fnr, FairRate::Fpr,
                                          FairRate::Precision};
const MetricEntry& metricOf(FairRate rate);
const RateSpread& spreadOf(const Fairness& figures, FairRate rate);
// In FairnessIntervals: "tpr" of "tpr_difference".
std::string intervalKey(FairRate rate);

// "marital married", a cross "home rent, job partime".
std::string fairGroupName(const FairnessBoard& board, std::size_t set, std::size_t group);
// "married"; "rent, partime".
std::string fairGroupValue(const FairSet& set, std::size_t group);
// "marital", "home × job".
std::string fairSetName(const EvalTable& table, const std::vector<std::string>& columns);

// Two lines of a column's head: "refused", "of 100 applications".
struct TwoLines {
    std::string upper;
    std::string lower;
};
TwoLines fairHead(FairRate rate, const RunAnalysis& run, const Vocabulary& words);
TwoLines calibrationHead(const RunAnalysis& run);
TwoLines moneyEachHead(const RunAnalysis& run, const Vocabulary& words);
// What the column says, in a sentence or two, for those who ask.
std::string fairHelp(FairRate rate, const RunAnalysis& run, const Vocabulary& words);
std::string calibrationHelp(const RunAnalysis& run, const Vocabulary& words);
std::string moneyEachHelp(const RunAnalysis& run, const Vocabulary& words);

// What the scores expect and what happened: "38, really 49".
std::string calibrationText(const FairGroup& group);
// ", 11 points too low, between 2.6 and 19"; within luck ", no difference seen: between 3.1 too low and 1.2
// too high"; nothing where it is not known.
std::string calibrationGapText(const FairGroup& group);
// "13.1"; "n/a".
std::string moneyEachText(const Value& each);
std::string moneyEachText(const Value& each, const std::optional<Interval>& interval);

// As many digits as its interval carries: "20.2".
std::string moneyGapText(double gap, const Interval& range);
// "8.3 to 31.9".
std::string moneyRangeText(const Interval& range);

// Whether the gap is more than luck: "more than luck", "could be luck"; "\u2026" while it is not known.
std::string luckText(const Fairness& figures, const FairnessIntervals* intervals, FairRate rate);

// Of a gap: "26 points"; of its interval "21 to 31"; of luck "up to 6".
std::string gapText(const Value& difference);
std::string gapIntervalText(const FairnessIntervals* intervals, FairRate rate);
std::string chanceText(const FairnessIntervals* intervals, FairRate rate);
// "0.62"; with its interval: "0.62 (0.54–0.71)".
std::string ratioText(const Value& ratio);
std::string ratioText(const Value& ratio, const FairnessIntervals* intervals, FairRate rate);

// Whether the gap is larger than chance alone makes in 95 of 100 cases; nothing: not known yet, or no gap.
std::optional<bool> beyondChance(const Fairness& figures, const FairnessIntervals* intervals, FairRate rate);

// "Refused", "Caught", "Wrongly refused", "Rightly refused", "Both mistakes": what is to be equal.
std::string fairMeasureName(FairMeasure measure, const RunAnalysis& run, const Vocabulary& words);

}  // namespace reckoner
