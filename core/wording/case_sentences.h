// Sentences about the cases people noted.
#pragma once

#include <string>

#include "core/review/case_outcomes.h"

namespace reckoner {

// "Of your 20 cases 14 are fixed, 4 still wrong, 2 new.": fixed and still wrong always, the rest where there
// are any.
std::string casesSentence(const CaseOutcomes& outcomes);

}  // namespace reckoner
