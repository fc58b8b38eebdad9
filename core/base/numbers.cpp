#include "core/base/numbers.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace reckoner {

std::optional<double> parseNumber(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (!text.empty() && (text.front() == '-' || text.front() == '+')) return std::nullopt;
    }
    double number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, number);
    if (stop != end || text.empty()) return std::nullopt;
    if (code == std::errc()) return number;
    if (code != std::errc::result_out_of_range) return std::nullopt;
    // Out of range is overflow or underflow; a negative exponent tells them apart.
    const std::size_t exponent = text.find_first_of("eE");
    const bool tiny = exponent != std::string_view::npos ? text.substr(exponent + 1).starts_with('-')
                                                         : text.find_first_of("123456789") > text.find('.');
    const double size = tiny ? 0.0 : std::numeric_limits<double>::infinity();
    return text.front() == '-' ? -size : size;
}

std::string shortestNumber(double number) {
    if (std::isnan(number)) return "nan";
    char buffer[32];
    const auto [end, code] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return code == std::errc() ? std::string(buffer, end) : std::string();
}

}  // namespace reckoner
