// What the card of one case says.
#pragma once

#include <optional>
#include <string>

#include "core/cost/cost_model.h"
#include "core/review/case_facts.h"
#include "core/wording/decide_sentences.h"

namespace reckoner {

// How a column is called on the screen: "term_months" -> "term months".
std::string fieldName(const ColumnInfo& column);
// The value for reading: "3,058", "2024-06-03 10:30", "rent"; "missing".
std::string fieldValue(const CaseField& field);
// "override" -> "human override", "acted_on" -> "acted on", ...
std::string laterName(ColumnRole role);

// In fixed width on its axis: "0.306", "30.6", "-1.204".
std::string caseScore(double score, double lo, double hi);
// "+0.114", "−0.060".
std::string factorWeight(double weight);
// "towards bad", "towards good"; multiclass: "for F", "against F".
std::string factorDirection(double weight, const CaseFacts& facts);

// Nothing where the label or the score is missing.
std::optional<Cell> outcomeOf(const CaseFacts& facts, double threshold);
// "refused", "approved".
std::string decisionWord(const Vocabulary& words, bool flagged);
// What a version at its point does with the case: also "to review". Empty without a score or a point.
std::string decisionWord(const CaseScore& version, const OperatingPoint& screen, const Vocabulary& words);

// The outcome in a few words and what it came to: "Missed default", ": 2,500 EUR approved, 1,250 EUR lost."
struct CaseSentence {
    std::optional<Cell> cell;
    std::string lead;
    std::string rest;
    std::string text() const { return lead + rest; }
};
// In tiers a case that a person decides is told so: "Goes to review", ": caught if the person decides
// rightly, a missed default if not." The cell is that of countedFrom(point).
CaseSentence caseSentence(const CaseFacts& facts, const OperatingPoint& point, const Vocabulary& words,
                          const CostModel& costs);
// Several classes: "Called F, was really M." as alternating plain and class names.
struct ClassSentence {
    std::string before;   // "Called "
    std::string called;   // "F"
    std::string between;  // ", was really "
    std::string really;   // "M"
    std::string after;    // "."
    bool right = false;
    std::string text() const { return before + called + between + really + after; }
};
ClassSentence classSentence(const CaseFacts& facts);

// "4 of 276", "4 of 1,276,000".
std::string placeText(std::size_t place, std::size_t listed);

// "score against the threshold, in each version" (one version: "score against the threshold").
std::string scoresTitle(const CaseFacts& facts);
// "what moved the score of v2".
std::string factorsTitle(const CaseFacts& facts);
// "class scores, v2"; with its eval set where that is another one.
std::string classScoresTitle(const CaseScore& score, const CaseFacts& facts);
// "v1", where the sample was found on another eval set "v1 · week-24".
std::string scoreName(const CaseScore& score, const CaseFacts& facts);

// All of the card in plain text, for those who do not see it.
std::string cardText(const CaseFacts& facts, const OperatingPoint& point, const Vocabulary& words,
                     const CostModel& costs);

}  // namespace reckoner
