// How a filter reads on a chip: "Missed defaults", "amount from 500", "without a note".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/wording/decide_sentences.h"
#include "core/wording/vocabulary.h"

namespace reckoner {

// What cannot be said shorter is the expression itself. baseline: the run compared with ("v1"); may be empty.
std::string filterWords(std::string_view expression, const Vocabulary& words,
                        const std::string& baseline = {});
// The same inside a sentence: "missed defaults, amount from 500".
std::string filterPhrase(std::string_view expression, const Vocabulary& words,
                         const std::string& baseline = {});

// The one outcome the expression asks for, for its mark.
std::optional<Cell> filterCell(std::string_view expression);

}  // namespace reckoner
