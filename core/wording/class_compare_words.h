// What a comparison of versions of several classes says: its titles, its headline and the reasons under it.
#pragma once

#include <span>
#include <string>

#include "core/review/class_board.h"
#include "core/review/version_verdict.h"
#include "core/wording/sentence.h"
#include "core/wording/version_words.h"

namespace reckoner {

// By the rule of versionVerdict(): money, and where money shows no difference, accuracy.
VersionVerdict classVerdict(const ClassBoard& board, std::span<const JudgedRequirement> requirements);

// "Accuracy: of 100 jobs, right", "Macro F1, of 100", "Recall of “VF”, 1,203 jobs", "EUR a month".
std::string classFigureTitle(const ClassBoard& board, const ClassRow& row, const VersionWords& words);
// "v2: accuracy 6.4 better overall, but **recall of “VF” falls from 90 to 63 of 100**. Hold."
Sentence classHeadline(const ClassBoard& board, const VersionVerdict& verdict,
                       std::span<const JudgedRequirement> requirements, const VersionWords& words);
std::string classReasons(const ClassBoard& board, const VersionVerdict& verdict,
                         std::span<const JudgedRequirement> requirements, const VersionWords& words,
                         const std::string& changelog);
// What is said loudly where runs share only a part, or nothing; empty where they share all.
std::string classOverlapSentence(const ClassBoard& board, const VersionWords& words);
// All of one cell for the pointer.
std::string classFigureHint(const ClassBoard& board, const ClassRow& row, std::size_t side,
                            const VersionWords& words);
// "VF called F: 12 in v2, 9 in v1"
std::string classCellText(const ClassBoard& board, std::size_t truth, std::size_t called);

}  // namespace reckoner
