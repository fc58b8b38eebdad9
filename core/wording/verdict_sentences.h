// What follows from a comparison, in words: the advice, and what requirements add to it.
#pragma once

#include <span>
#include <string>

#include "core/review/version_verdict.h"
#include "core/wording/sentence.h"

namespace reckoner {

// " Hold.", " Ship.", " Nothing seen against it; no requirements written.": ends a headline.
std::string adviceText(const VersionVerdict& verdict, std::size_t requirements);
// ", but it fails “recall reaches 70”", ", and all 4 requirements are met"; empty where they add nothing.
Sentence requirementClause(const VersionVerdict& verdict, std::span<const JudgedRequirement> requirements);
// "Requirement “recall reaches 70” failed: 62.7, between 57 and 68."
std::string judgedText(const JudgedRequirement& one);
// "about 1,204 more samples would settle it"; of more than a hundred times the n judged on (0: not known), or
// beyond a million, "practically no number of further samples would settle it".
std::string settlingText(std::uint64_t needed, std::uint64_t n);

}  // namespace reckoner
