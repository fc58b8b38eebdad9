#include "core/data/date_span.h"

#include <chrono>
#include <cstddef>

namespace reckoner {
namespace {

// Reads a date from left to right; every step says whether it could.
class Reader {
 public:
    explicit Reader(std::string_view text) : text_(text) {}

    bool done() const { return at_ == text_.size(); }
    bool take(std::string_view choices) {
        if (done() || choices.find(text_[at_]) == std::string_view::npos) return false;
        ++at_;
        return true;
    }
    char last() const { return text_[at_ - 1]; }
    bool digits(std::size_t count, int& number) {
        if (text_.size() - at_ < count) return false;
        number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const char c = text_[at_ + i];
            if (c < '0' || c > '9') return false;
            number = number * 10 + (c - '0');
        }
        at_ += count;
        return true;
    }
    bool fraction(double& number) {
        double unit = 0.1;
        const std::size_t start = at_;
        for (number = 0; !done() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_, unit /= 10)
            number += (text_[at_] - '0') * unit;
        return at_ > start;
    }

 private:
    std::string_view text_;
    std::size_t at_ = 0;
};

double secondsOf(std::chrono::year_month_day day) {
    return static_cast<double>(std::chrono::sys_days(day).time_since_epoch().count()) * 86'400.0;
}

// [+-]HH:MM, [+-]HHMM, [+-]HH or Z; nothing at all is UTC.
bool readOffset(Reader& reader, double& seconds) {
    seconds = 0;
    if (reader.done() || reader.take("Zz")) return true;
    if (!reader.take("+-")) return false;
    const double sign = reader.last() == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (!reader.digits(2, hours)) return false;
    if (!reader.done()) {
        reader.take(":");
        if (!reader.digits(2, minutes)) return false;
    }
    if (hours > 23 || minutes > 59) return false;
    seconds = sign * (hours * 3'600.0 + minutes * 60.0);
    return true;
}

// What follows the day: hours and minutes at least.
std::optional<DateSpan> readTime(Reader& reader, double day) {
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    double fraction = 0;
    double length = 60;
    if (!reader.digits(2, hours) || !reader.take(":") || !reader.digits(2, minutes)) return std::nullopt;
    if (reader.take(":")) {
        if (!reader.digits(2, seconds)) return std::nullopt;
        length = 1;
        if (reader.take(".,")) {
            if (!reader.fraction(fraction)) return std::nullopt;
            length = 0;
        }
    }
    double offset = 0;
    if (hours > 23 || minutes > 59 || seconds > 59 || !readOffset(reader, offset) || !reader.done())
        return std::nullopt;
    const double first = day + hours * 3'600.0 + minutes * 60.0 + seconds + fraction - offset;
    return DateSpan{first, first + length};
}

}  // namespace

std::optional<DateSpan> parseDateSpan(std::string_view text) {
    using namespace std::chrono;
    Reader reader(text);
    int y = 0;
    int m = 0;
    int d = 0;
    if (!reader.digits(4, y) || !reader.take("-") || !reader.digits(2, m)) return std::nullopt;
    const year_month month{year{y}, std::chrono::month{static_cast<unsigned>(m)}};
    if (!month.ok()) return std::nullopt;
    if (reader.done()) return DateSpan{secondsOf(month / 1), secondsOf((month + months{1}) / 1)};

    if (!reader.take("-") || !reader.digits(2, d)) return std::nullopt;
    const year_month_day date = month / d;
    if (!date.ok()) return std::nullopt;
    const double start = secondsOf(date);
    if (reader.done()) return DateSpan{start, start + 86'400};
    if (!reader.take("Tt ")) return std::nullopt;
    return readTime(reader, start);
}

}  // namespace reckoner
