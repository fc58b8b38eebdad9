// What the bars of "Reasons" count, in one sentence or two.
#pragma once

#include <string>

#include "core/review/reasons.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// "Of 301 applications 4 have a note; each counts once for every tag it has. Cost: what the note says, else
// what the decision costs at this threshold; known for 3 of 4." listed: samples looked at.
std::string reasonsAbout(const ErrorReasons& reasons, std::uint64_t listed, const Vocabulary& words);

}  // namespace reckoner
