#include "core/import/demo_calendar.h"

#include <charconv>
#include <optional>

#include "core/review/policy_record.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using namespace std::chrono;

// The last day of the story as resources/demo tells it.
constexpr sys_days kStoryDay = year{2024} / August / 2;

int numberAt(const std::string& text, std::size_t from, std::size_t length) {
    int number = 0;
    std::from_chars(text.data() + from, text.data() + from + length, number);
    return number;
}

std::optional<sys_days> dayOf(const std::string& date) {
    if (date.size() < 10 || !isDate(date.substr(0, 10))) return std::nullopt;
    return sys_days{year{numberAt(date, 0, 4)} / numberAt(date, 5, 2) / numberAt(date, 8, 2)};
}

// "24 July 2026" without its year.
std::string dayAndMonth(const std::string& isoDate) {
    const std::string name = dateName(isoDate);
    return name.substr(0, name.rfind(' '));
}

}  // namespace

DemoCalendar::DemoCalendar(Clock::Time made) : shift_(floor<days>(made) - kStoryDay) {}

std::string DemoCalendar::moved(const std::string& date) const {
    const auto day = dayOf(date);
    if (!day) return date;
    return isoTime(*day + shift_).substr(0, 10) + date.substr(10);
}

std::string DemoCalendar::text(const std::string& story) const {
    std::string out;
    for (std::size_t i = 0; i < story.size(); ++i) {
        const std::string date = story.substr(i + 1, 10);
        const bool named = story[i] == '{' && dayOf(date) && i + 11 < story.size() && story[i + 11] == '}';
        out += named ? dayAndMonth(moved(date)) : std::string(1, story[i]);
        if (named) i += 11;
    }
    return out;
}

}  // namespace reckoner
