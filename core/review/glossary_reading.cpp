#include "core/review/glossary_reading.h"

#include <algorithm>

namespace reckoner {

ReadingInForce readingInForce(const GlossaryEntry& entry, const std::vector<GlossaryReading>& readings) {
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&](const GlossaryReading& reading) { return reading.term == entry.id; });
    ReadingInForce words{std::string(entry.agreed), std::string(entry.manager), std::string(entry.engineer),
                         nullptr};
    if (found == readings.end()) return words;
    words.ours = &*found;
    if (!found->agreed.empty()) words.agreed = found->agreed;
    if (!found->manager.empty()) words.manager = found->manager;
    if (!found->engineer.empty()) words.engineer = found->engineer;
    return words;
}

std::string readingText(const GlossaryEntry& entry, const std::vector<GlossaryReading>& readings) {
    const ReadingInForce words = readingInForce(entry, readings);
    return std::string(entry.term) + (words.ours ? ", as we agreed: " : ": ") + words.agreed +
           "\nA product manager hears: " + words.manager + "\nAn engineer means: " + words.engineer;
}

}  // namespace reckoner
