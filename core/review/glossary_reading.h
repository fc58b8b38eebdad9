// A term's three readings as one team agreed on them; they stand in place of the program's own.
#pragma once

#include <cstdint>
#include <string>

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

}  // namespace reckoner
