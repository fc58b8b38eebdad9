#include "app/cli/option_values.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/numbers.h"

namespace reckoner::cli {

std::optional<double> numberOption(std::string_view option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    const auto number = parseNumber(text);
    if (number && !std::isnan(*number)) return number;
    throw Error(ErrorCode::Usage, std::string(option) + " needs a number, not \"" + text + "\".");
}

std::vector<std::string> listOption(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::optional<char> characterOption(std::string_view option, const std::string& text) {
    if (text.empty()) return std::nullopt;
    if (text == "\\t" || text == "tab") return '\t';
    if (text.size() == 1) return text.front();
    throw Error(ErrorCode::Usage, std::string(option) + " needs one character, not \"" + text + "\".");
}

}  // namespace reckoner::cli
