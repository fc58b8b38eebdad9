#include "core/import/cell_number.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "core/base/numbers.h"
#include "core/data/column.h"

namespace reckoner {

namespace {

constexpr double kPowersOfTen[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isBlank(char c) {
    return c == ' ' || c == '\t';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase) {
    if (text.size() != lowerCase.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (lower(text[i]) != lowerCase[i]) return false;
    return true;
}

// At most 15 digits and no exponent: digits and power of ten are exact doubles, so one division rounds
// correctly (Clinger 1990). False: not of this form.
bool plainDecimal(std::string_view text, char decimal, double& number) {
    const char* p = text.data();
    const char* const end = p + text.size();
    const bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) ++p;
    const char* const first = p;
    std::uint64_t digits = 0;
    while (p < end && isDigit(*p))
        digits = digits * 10 + static_cast<unsigned>(*p++ - '0');
    std::ptrdiff_t count = p - first;
    std::ptrdiff_t fraction = 0;
    if (p < end && *p == decimal) {
        const char* const point = ++p;
        while (p < end && isDigit(*p))
            digits = digits * 10 + static_cast<unsigned>(*p++ - '0');
        fraction = p - point;
        count += fraction;
    }
    if (p != end || count == 0 || count > 15) return false;
    number = static_cast<double>(digits) / kPowersOfTen[fraction];
    if (negative) number = -number;
    return true;
}

double slowNumber(std::string_view text, char decimal) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    std::string own;
    if (decimal != '.') {
        if (text.find('.') != std::string_view::npos) return none;
        own = text;
        if (const std::size_t at = own.find(decimal); at != std::string::npos) own[at] = '.';
        text = own;
    }
    const std::optional<double> number = parseNumber(text);
    return number && !std::isnan(*number) ? *number : none;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view withoutPercent(std::string_view text) {
    if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
    return text;
}

}  // namespace

bool isMissingToken(std::string_view text) {
    switch (text.size()) {
        case 0:
            return true;
        case 2:
            return equalsIgnoringCase(text, "na");
        case 3:
            return equalsIgnoringCase(text, "n/a") || equalsIgnoringCase(text, "nan");
        case 4:
            return equalsIgnoringCase(text, "null");
        default:
            return false;
    }
}

double cellNumber(std::string_view text, char decimal) {
    double number = 0;
    if (plainDecimal(text, decimal, number)) return number;
    text = trimmed(text);
    if (isMissingToken(text)) return missingReal();
    text = withoutPercent(text);
    if (plainDecimal(text, decimal, number)) return number;
    return slowNumber(text, decimal);
}

bool looksLikeDecimal(std::string_view text, char decimal) {
    text = withoutPercent(trimmed(text));
    double number = 0;
    return text.find(decimal) != std::string_view::npos && plainDecimal(text, decimal, number);
}

}  // namespace reckoner
