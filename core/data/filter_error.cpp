#include "core/data/filter_error.h"

#include <algorithm>

namespace reckoner {
namespace {

constexpr std::size_t kBefore = 60;  // bytes shown on either side of the place
constexpr std::size_t kAfter = 40;

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string oneLine(std::string_view text) {
    std::string line(text);
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return line;
}

}  // namespace

Error filterError(const std::string& sentence, std::string_view expression, std::size_t at) {
    std::size_t first = at > kBefore ? at - kBefore : 0;
    std::size_t last = std::min(expression.size(), at + kAfter);
    while (first > 0 && continues(expression[first]))
        --first;
    while (last < expression.size() && continues(expression[last]))
        ++last;
    const std::string before = (first > 0 ? "..." : "") + oneLine(expression.substr(first, at - first));
    const std::string after =
        oneLine(expression.substr(at, last - at)) + (last < expression.size() ? "..." : "");
    const auto columns = static_cast<std::size_t>(
        std::count_if(before.begin(), before.end(), [](char c) { return !continues(c); }));
    return Error(ErrorCode::BadInput,
                 sentence + "\n  " + before + after + "\n  " + std::string(columns, ' ') + "^");
}

}  // namespace reckoner
