// What stands around a note: when it was saved and by whom, its further fields and their questions.
#pragma once

#include <string>

#include "core/review/annotation.h"
#include "core/review/label_correction.h"

namespace reckoner {

// "saved 10:42:07, Product" on its day, else "saved 3 June 2024, Product"; where somebody else saved it last
// "by Product, changed 10:42:07 by Ben". `now` and the offset: of the
// reader.
std::string savedText(const Annotation& note, const std::string& nowIso, int secondsEastOfUtc);
// "Ben saved this note at 10:42:07 too: both are kept."
std::string conflictText(const Annotation& theirs, const std::string& nowIso, int secondsEastOfUtc);
std::string severityText(Severity severity);  // "low"; none: ""
std::string statusText(CaseStatus status);    // "won't fix"
// What was typed as a cost: "1,250", "1250.5"; nothing where it is no number.
std::string costText(double cost);
// "The label is M, not F: product, 3 June 2024."
std::string correctionText(const LabelCorrection& correction, const std::string& label);

}  // namespace reckoner
