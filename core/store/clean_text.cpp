#include "core/store/clean_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/base/utf8.h"

namespace reckoner {

std::string cleanText(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const Utf8Character next = utf8Character(text);
        clean += next.valid && next.code != 0 ? text.substr(0, next.bytes) : kReplacementText;
        text.remove_prefix(next.bytes);
    }
    return clean;
}

std::string cleanName(std::string_view text, std::string_view of) {
    std::string clean = cleanText(text);
    std::replace_if(
        clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; },
        ' ');
    const std::size_t first = clean.find_first_not_of(' ');
    if (first == std::string::npos)
        throw Error(ErrorCode::BadInput, fmt::format("The {} has no name: give it one.", of));
    return clean.substr(first, clean.find_last_not_of(' ') - first + 1);
}

}  // namespace reckoner
