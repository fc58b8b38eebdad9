#include "core/wording/number_format.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/numbers.h"

namespace reckoner {
namespace {

constexpr const char* kMinus = "\u2212";
constexpr const char* kThinGap = "\u202F";

std::string withCommas(std::string digits) {
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t i = point; i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

bool isZero(const std::string& digits) {
    return digits.find_first_of("123456789") == std::string::npos;
}

}  // namespace

std::string count(std::uint64_t n) {
    return withCommas(fmt::format("{}", n));
}

std::string fixed(double number, int decimals) {
    if (std::isnan(number)) return "n/a";
    if (std::isinf(number)) return number > 0 ? "\u221E" : std::string(kMinus) + "\u221E";
    const std::string digits = fmt::format("{:.{}f}", std::fabs(number), decimals);
    const std::string grouped = withCommas(digits);
    return number < 0 && !isZero(digits) ? kMinus + grouped : grouped;
}

std::string percent(double share, int decimals) {
    return fixed(share * 100, decimals) + kThinGap + "%";
}

std::string ofHundred(double share) {
    return fixed(share * 100, 0);
}

std::string money(double amount) {
    if (amount == 0 || !std::isfinite(amount)) return fixed(amount, 0);
    int magnitude = static_cast<int>(std::floor(std::log10(std::fabs(amount))));
    // 99.96 is 100, not 100.0: rounding may reach the next power of ten.
    if (std::round(std::fabs(amount) * std::pow(10.0, 2 - magnitude)) >= 1000) ++magnitude;
    if (magnitude >= 2) {
        const double unit = std::pow(10.0, magnitude - 2);
        return fixed(std::round(amount / unit) * unit, 0);
    }
    return fixed(amount, 2 - magnitude);
}

std::string money(double amount, const std::string& currency) {
    return currency.empty() ? money(amount) : money(amount) + " " + currency;
}

std::string threshold(double t) {
    if (std::isinf(t)) return t > 0 ? "nobody" : "everybody";
    const double size = std::fabs(t);
    const int decimals = size >= 10 ? 1 : size >= 0.01 ? 3 : 6;
    std::string text = fixed(t, decimals);
    if (text.find('.') == std::string::npos) return text;
    const std::size_t keep = size < 10 && size >= 0.01 ? text.find('.') + 3 : text.find('.') + 2;
    while (text.size() > keep && text.back() == '0')
        text.pop_back();
    return text;
}

std::string thresholdExact(double t) {
    if (std::isinf(t)) return t > 0 ? "nobody" : "everybody";
    return fixed(t, 3);
}

std::string storedThreshold(double t) {
    if (std::isinf(t)) return thresholdExact(t);
    const std::string digits = shortestNumber(std::fabs(t));
    return t < 0 ? kMinus + digits : digits;
}

std::string valueOr(const Value& value, int decimals) {
    if (value) return fixed(*value, decimals);
    return fmt::format("n/a: {}", describe(value.why));
}

}  // namespace reckoner
