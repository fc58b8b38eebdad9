#include "core/import/time_text.h"

#include <chrono>
#include <cmath>
#include <limits>
#include <optional>

#include "core/base/numbers.h"

namespace reckoner {

namespace {

// Reads from the front of a text.
struct Reader {
    std::string_view left;

    bool take(char c) {
        if (left.empty() || left.front() != c) return false;
        left.remove_prefix(1);
        return true;
    }
    // Exactly `digits` digits, or nothing taken.
    std::optional<int> number(std::size_t digits) {
        if (left.size() < digits) return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (left[i] < '0' || left[i] > '9') return std::nullopt;
            value = value * 10 + (left[i] - '0');
        }
        left.remove_prefix(digits);
        return value;
    }
    std::optional<int> after(char sign, std::size_t digits) {
        if (!take(sign)) return std::nullopt;
        return number(digits);
    }
};

// Seconds since 1970, or nothing: there is no such day.
std::optional<double> daysOf(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count()) * 86400;
}

std::optional<double> readDate(Reader& in) {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    if (in.left.size() >= 10 && in.left[2] == '.') {
        day = in.number(2);
        month = in.after('.', 2);
        year = in.after('.', 4);
    } else {
        year = in.number(4);
        const char sign = in.left.starts_with('/') ? '/' : '-';
        month = in.after(sign, 2);
        day = in.after(sign, 2);
    }
    return daysOf(year, month, day);
}

std::optional<double> readCompactDate(Reader& in) {
    const std::optional<int> year = in.number(4);
    const std::optional<int> month = in.number(2);
    const std::optional<int> day = in.number(2);
    return daysOf(year, month, day);
}
// Fraction of a second in thousandths; what is finer is dropped.
int readFraction(Reader& in) {
    int thousandths = 0;
    int place = 100;
    while (!in.left.empty() && in.left.front() >= '0' && in.left.front() <= '9') {
        thousandths += (in.left.front() - '0') * place;
        place /= 10;
        in.left.remove_prefix(1);
    }
    return thousandths;
}

// Seconds to subtract; false: what is left is no zone.
bool readZone(Reader& in, double& offset) {
    while (in.take(' ')) {
    }
    if (in.left.empty() || in.left == "Z" || in.left == "z" || in.left == "UTC") return true;
    const double sign = in.left.front() == '-' ? -1 : 1;
    if (!in.take('+') && !in.take('-')) return false;
    const std::optional<int> hours = in.number(2);
    in.take(':');
    const std::optional<int> minutes = in.left.empty() ? std::optional<int>(0) : in.number(2);
    if (!hours || !minutes || !in.left.empty()) return false;
    offset = sign * (*hours * 3600 + *minutes * 60);
    return true;
}

TimeText fromEpoch(double number) {
    const double size = std::abs(number);
    // 1e11 seconds is the year 5138; 1e11 milliseconds is March 1973.
    const double unit = size < 1e11 ? 1 : size < 1e14 ? 1e3 : size < 1e17 ? 1e6 : 1e9;
    const double seconds = number / unit;
    const bool whole = seconds == std::floor(seconds);
    return {whole ? seconds : std::round(seconds * 1000) / 1000,
            whole ? TimeFormat::Second : TimeFormat::Millisecond};
}

}  // namespace

std::string timeFormatName(TimeFormat format) {
    switch (format) {
        case TimeFormat::Date:
            return "date";
        case TimeFormat::Minute:
            return "minute";
        case TimeFormat::Second:
            return "second";
        case TimeFormat::Millisecond:
            return "millisecond";
    }
    return "";
}

TimeText readTime(std::string_view text) {
    const TimeText none{std::numeric_limits<double>::quiet_NaN()};
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    if (const auto number = parseNumber(text)) {
        Reader compact{text};  // 20240304
        const std::optional<double> day = text.size() == 8 ? readCompactDate(compact) : std::nullopt;
        if (day) return {*day};
        return std::isfinite(*number) ? fromEpoch(*number) : none;
    }
    Reader in{text};
    const std::optional<double> day = readDate(in);
    if (!day) return none;
    TimeText time{*day};
    if (in.left.empty()) return time;
    if (!in.take('T') && !in.take(' ')) return none;
    const std::optional<int> hour = in.number(2);
    const std::optional<int> minute = in.after(':', 2);
    if (!hour || !minute || *hour > 24 || *minute > 59) return none;
    time.seconds += *hour * 3600 + *minute * 60;
    time.format = TimeFormat::Minute;
    if (in.left.starts_with(':')) {
        const std::optional<int> second = in.after(':', 2);
        if (!second || *second > 60) return none;
        time.seconds += *second;
        time.format = TimeFormat::Second;
        if (in.take('.') || in.take(',')) {
            time.seconds += readFraction(in) / 1000.0;
            time.format = TimeFormat::Millisecond;
        }
    }
    double offset = 0;
    if (!readZone(in, offset)) return none;
    time.seconds -= offset;
    return time;
}

}  // namespace reckoner
