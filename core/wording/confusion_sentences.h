// What a matrix of several classes says in words.
#pragma once

#include <string>

#include "core/metrics/confidence.h"
#include "core/wording/sentence.h"

namespace reckoner {

// "93.8 %"; "< 0.1 %" and "> 99.9 %" where rounding would say none or all.
std::string fineShareText(double share);
// The same, "n/a" where there is nothing to be a share of.
std::string fineShareText(const Value& share);

// A class in a sentence: "'g'", or "12 other classes" for folded ones.
std::string classInWords(const std::string& name, std::size_t folded);

// "41 'g' were called 'q': 5.2 % of all 'g'." For the diagonal: "... were called so: ...".
std::string confusionSentence(const FoldedConfusion& table, std::size_t row, std::size_t column,
                              const std::string& truth, const std::string& called);
// "12 'g' go to review: 1.5 % of all 'g'."
std::string reviewSentence(const FoldedConfusion& table, std::size_t row, const std::string& truth);
// "788 are really 'g'; 12 % of them are called something else."
std::string truthSentence(const FoldedConfusion& table, std::size_t row, const std::string& truth);
// "1,365 are called 'q'; 22 % of them are something else."
std::string calledSentence(const FoldedConfusion& table, std::size_t column, const std::string& called);

// "Below confidence 0.50, 298 jobs go to review. Of the other 4,033, 87.5 % are right."
// threshold: how the confidence reads; trusted: no answer is reviewed; these: of a selection, which is said.
Sentence confidenceSentence(const ConfidenceSweep::Split& split, const std::string& threshold, bool trusted,
                            const std::string& samples, bool these = false);

// "637 wrong of 4,331"
std::string wrongOfText(std::uint64_t wrong, std::uint64_t all);

}  // namespace reckoner
