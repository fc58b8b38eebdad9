#include "core/store/written_text.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <xxhash.h>

#include "core/base/error.h"
#include "core/store/clean_text.h"
#include "core/store/notebook.h"

namespace reckoner {

std::string writtenText(std::string_view text, std::string_view of) {
    std::string clean = cleanText(text);
    if (clean.size() > kLongestText)
        throw Error(ErrorCode::Usage,
                    fmt::format("A text of {} has {} bytes and at most {} can be kept: shorten it.", of,
                                clean.size(), kLongestText));
    return clean;
}

std::string trimmedText(std::string_view text, std::string_view of) {
    const std::string clean = writtenText(text, of);
    const std::size_t first = clean.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return clean.substr(first, clean.find_last_not_of(" \t\r\n") - first + 1);
}

std::string isoTimeOr(std::string_view text, std::string_view otherwise) {
    constexpr std::string_view kForm = "0000-00-00T00:00:00.000Z";
    const bool isTime = text.size() == kForm.size() &&
                        std::equal(text.begin(), text.end(), kForm.begin(), [](char c, char form) {
                            return form == '0' ? c >= '0' && c <= '9' : c == form;
                        });
    return std::string(isTime ? text : otherwise);
}

std::string pastTime(std::string_view text, const std::string& now) {
    return std::min(isoTimeOr(text, now), now);
}

std::string newUid(SQLite::Database& database) {
    return database.execAndGet("SELECT lower(hex(randomblob(16)))").getString();
}

std::string derivedUid(std::initializer_list<std::string_view> parts) {
    std::string bytes;
    for (const std::string_view part : parts)
        bytes.append(fmt::format("{}:", part.size())).append(part);
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace reckoner
