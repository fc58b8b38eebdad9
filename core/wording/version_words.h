// How the figures of versions and what they differ by are written in a table.
#pragma once

#include <string>
#include <vector>

#include "core/review/cohort.h"
#include "core/review/version_board.h"
#include "core/wording/sentence.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// What things are called here.
struct VersionWords {
    Vocabulary words;
    std::vector<Cohort> cohorts;  // a segment with a cohort of its own is called by its name
};

// "part-timers", else "job partime".
std::string versionSegmentName(const VersionBoard& board, const std::string& column, const Grouping::Key& key,
                               const VersionWords& words);
// Whether the name is one that somebody gave.
bool namedSegment(const VersionBoard& board, const std::string& column, const Grouping::Key& key,
                  const VersionWords& words);
// "EUR a month", "Recall: of 100 bad, caught", "AUC", "Recall, part-timers", "Latency p95, ms".
std::string figureTitle(const VersionBoard& board, const FigureRow& row, const VersionWords& words);
// "79,700", "58.4", "0.835"; "n/a".
std::string figureText(const FigureRow& row, std::size_t side);
// "no difference seen: 3.0 worse to 1.9 better", "**27.3 worse**, between 22.1 and 32.8", "not comparable:
// other samples". The verdict is Accent. pending: intervals are still being counted.
Sentence differenceText(const FigureRow& row, std::size_t side, bool pending);
// The same where there is less room: "3.0 worse to 1.9 better", "**27.3 worse**, 22.1 to 32.8".
Sentence briefDifferenceText(const FigureRow& row, std::size_t side, bool pending);
// "better", "worse", ... : what a screen reader adds, and the tone the accent has.
Verdict verdictOf(const FigureRow& row, std::size_t side);
// All of one cell for the pointer: the figure, its reason where there is none, q where it is a segment's.
std::string figureHint(const VersionBoard& board, const FigureRow& row, std::size_t side,
                       const VersionWords& words);

// "same 4,454 applications, 95 % interval", "different samples, 95 % interval", "4,000 of 4,454
// applications".
std::string overlapText(const SampleOverlap& overlap, const VersionWords& words);
std::string overlapSentence(const SampleOverlap& overlap, const std::string& base, const std::string& judged,
                            const VersionWords& words);
// What is said loudly where runs share only a part: empty where they share all.
std::string partialOverlapSentence(const VersionBoard& board, const VersionWords& words);

// Of the choice of thresholds: "Same threshold, 0.42", "Same threshold, policy 0.42 of v2", "Each at its
// best", "Each at its policy", "Same number refused", "Each as set". policyOf: whose policy it is; empty:
// nobody's.
std::string ruleText(ThresholdRule rule, const RunAnalysis& judged, double same, const Vocabulary& words,
                     const std::string& policyOf = {});
// The version whose policy in force this threshold is, the base's before others'; empty: nobody's.
std::string policyOwner(const VersionBoard& board, double threshold);
// Where base and judged are read: "at 0.42"; "0.25 against 0.31". A rule has no threshold.
std::string pairThresholdText(const VersionBoard& board, std::size_t side);
// "at 0.42"; of a rule: "refuses nobody".
std::string sideNote(const VersionBoard& board, std::size_t side, const Vocabulary& words);
// Of a rule that is always there: "Refuse nobody", "Refuse everybody".
std::string ruleSideName(VersionSide::Kind kind, const Vocabulary& words);

// "defaults now caught", "good customers now refused".
std::string flipText(FlipGroup::Kind kind, const Vocabulary& words);
// The same, told apart where a person decides some of them: "good customers now refused or reviewed".
std::string flipText(const FlipGroup& flip, const Vocabulary& words);
// "**76** of the 118 newly missed are part-timers."; empty where no segment holds more than its share.
Sentence flipWhereText(const VersionBoard& board, const FlipGroup& flip, const VersionWords& words);

}  // namespace reckoner
