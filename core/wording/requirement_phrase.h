// A requirement for people who write no expressions.
#pragma once

#include <string>
#include <vector>

#include "core/review/cohort.h"
#include "core/review/requirement.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "Recall reaches 0.7 and aims at 0.8 among part-timers, by 21 February 2027": a cohort by the name somebody
// gave it, else in words.
std::string requirementInWords(const Requirement& requirement, const std::vector<Cohort>& cohorts,
                               const Vocabulary& words);

}  // namespace reckoner
