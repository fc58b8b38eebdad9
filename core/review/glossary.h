// What the words of Reckoner mean, in three readings, so that one room speaks one language.
#pragma once

#include <string_view>
#include <vector>

namespace reckoner {

enum class GlossaryPart { Words, Decisions, Rates, Ranking, Probabilities, Money, Uncertainty };
std::string_view title(GlossaryPart part);  // "At a threshold"

struct GlossaryEntry {
    std::string_view id;    // as in JSON and the metric list: "precision"
    std::string_view term;  // for people: "Precision"
    GlossaryPart part;
    std::string_view agreed;    // what we agreed it is
    std::string_view manager;   // how a product manager hears it
    std::string_view engineer;  // how an engineer means it
};

// By part, in reading order. A new term is one row.
const std::vector<GlossaryEntry>& glossary();
const GlossaryEntry* findTerm(std::string_view id);
// The term that the text names first, as whole words, whatever the case, with or without a plural "s"; of two
// in one place the longer. nullptr: none.
const GlossaryEntry* termIn(std::string_view text);

}  // namespace reckoner
