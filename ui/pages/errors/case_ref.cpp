#include "ui/pages/errors/case_ref.h"

#include <algorithm>
#include <charconv>

namespace reckoner {
namespace {

// Where "#12" at the end begins; npos: there is none.
std::size_t numberAt(const std::string& text) {
    const std::size_t hash = text.rfind('#');
    if (hash == std::string::npos || hash + 1 == text.size() || text.size() - hash > 11)
        return std::string::npos;
    const bool digits = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(hash) + 1, text.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    return digits ? hash : std::string::npos;
}

}  // namespace

std::string caseKey(const std::string& sampleId, std::size_t occurrence) {
    if (occurrence <= 1 && numberAt(sampleId) == std::string::npos) return sampleId;
    return sampleId + "#" + std::to_string(std::max<std::size_t>(1, occurrence));
}

CaseKey parseCaseKey(const std::string& key) {
    const std::size_t at = numberAt(key);
    if (at == std::string::npos) return {key, 1};
    std::size_t occurrence = 1;
    std::from_chars(key.data() + at + 1, key.data() + key.size(), occurrence);
    return {key.substr(0, at), std::max<std::size_t>(1, occurrence)};
}

}  // namespace reckoner
