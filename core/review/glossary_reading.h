// A term's three readings as one team agreed on them; they stand in place of the program's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/review/glossary.h"

namespace reckoner {

// Append-only: the newest of a term holds; three empty texts give the program's own back.
struct GlossaryReading {
    std::int64_t id = 0;
    std::string uid{};
    std::string term;  // GlossaryEntry::id
    std::string agreed;
    std::string manager;
    std::string engineer;
    std::string who;
    std::string at;  // ISO time, filled by the store
};

// The texts that hold for a term: the team's where it wrote some, else the program's own, text by text.
struct ReadingInForce {
    std::string agreed;
    std::string manager;
    std::string engineer;
    const GlossaryReading* ours = nullptr;  // in the list given; nullptr: the program's own words
};
// readings: those in force, in any order.
ReadingInForce readingInForce(const GlossaryEntry& entry, const std::vector<GlossaryReading>& readings);
// "Precision: ..." with the team's words first, for the pointer.
std::string readingText(const GlossaryEntry& entry, const std::vector<GlossaryReading>& readings);

}  // namespace reckoner
