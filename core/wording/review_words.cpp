#include "core/wording/review_words.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/data/date_span.h"
#include "core/wording/number_format.h"
#include "core/wording/record_words.h"
#include "core/wording/run_names.h"

namespace reckoner {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

std::string minutesText(std::int64_t n) {
    return fmt::format("{} {}", count(static_cast<std::uint64_t>(n)), n == 1 ? "minute" : "minutes");
}

// Begun minutes, so that "1 minute left" stays until none is.
std::int64_t begunMinutes(milliseconds time) {
    return std::chrono::ceil<minutes>(time).count();
}

std::optional<std::size_t> nextOf(const Meeting& meeting) {
    for (std::size_t step = 1; step < meeting.items.size(); ++step) {
        const std::size_t next = (meeting.current + step) % meeting.items.size();
        if (!meeting.items[next].done) return next;
    }
    return std::nullopt;
}

std::optional<Clock::Time> timeOf(const std::string& iso) {
    const auto span = parseDateSpan(iso);
    if (!span) return std::nullopt;
    return Clock::Time(milliseconds(static_cast<std::int64_t>(span->first * 1000 + 0.5)));
}

std::string plural(std::size_t n, const char* one, const char* many) {
    return fmt::format("{} {}", count(n), n == 1 ? one : many);
}

}  // namespace

std::string dayName(const std::string& isoDate, const std::string& today) {
    const std::string whole = dateName(isoDate);
    const bool thisYear = isoDate.size() >= 4 && isoDate.compare(0, 4, today, 0, 4) == 0;
    const auto year = whole.rfind(' ');
    return thisYear && year != std::string::npos ? whole.substr(0, year) : whole;
}

std::string reviewTitle(const std::string& isoDate) {
    return "Review of " + dayName(isoDate, isoDate);
}

std::string insideSentence(const std::string& title) {
    std::string text = title;
    const auto at = [&](std::size_t i) {
        return static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
    };
    if (std::isupper(at(0)) && (std::islower(at(1)) || at(1) == ' '))
        text[0] = static_cast<char>(std::tolower(at(0)));
    while (!text.empty() && (text.back() == '?' || text.back() == '.'))
        text.pop_back();
    return text;
}

ReviewClock reviewClock(const Meeting& meeting, Clock::Time now) {
    ReviewClock clock;
    const milliseconds left = leftOf(meeting, meeting.current, now);
    const milliseconds whole = planned(meeting);
    const milliseconds spent = spentOn(meeting, now);
    clock.pointOver = left.count() < 0;
    clock.meetingOver = spent > whole;
    // Whole seconds that are begun: a point of ten minutes begins with 10:00 and ends at 0:00.
    clock.large = clock.pointOver ? "+" + clockText(std::chrono::ceil<std::chrono::seconds>(-left))
                                  : clockText(std::chrono::ceil<std::chrono::seconds>(left));
    const std::string title = meeting.current < meeting.items.size()
                                  ? insideSentence(meeting.items[meeting.current].point.title)
                                  : std::string();
    clock.what = clock.pointOver ? "over its time" : "left for " + title;
    const std::int64_t all = std::chrono::round<minutes>(whole).count();
    clock.whole = clock.meetingOver
                      ? fmt::format("{} over the {} planned", minutesText(begunMinutes(spent - whole)), all)
                      : fmt::format("{} of {} left", begunMinutes(whole - spent), minutesText(all));
    if (whole.count() > 0)
        clock.share =
            std::clamp(static_cast<double>(spent.count()) / static_cast<double>(whole.count()), 0.0, 1.0);
    return clock;
}

std::string agendaMinutes(const Meeting& meeting, std::size_t item, Clock::Time now) {
    const AgendaItem& point = meeting.items.at(item);
    const milliseconds spent = spentOn(meeting, item, now);
    const bool speaking = meeting.state == MeetingState::Running && item == meeting.current;
    if (speaking && !point.done) return fmt::format("{} of {}", clockText(spent), point.point.minutes);
    if (point.done || spent.count() > 0) return clockText(spent);
    return std::to_string(point.point.minutes);
}

std::string nextButton(const Meeting& meeting) {
    const auto next = nextOf(meeting);
    return next ? "Next: " + insideSentence(meeting.items[*next].point.title) : "Close the review";
}

std::string overSentence(const Meeting& meeting, Clock::Time now) {
    if (meeting.state != MeetingState::Running) return {};
    const ReviewClock clock = reviewClock(meeting, now);
    if (clock.meetingOver) return "The planned time is over.";
    if (!clock.pointOver) return {};
    const auto next = nextOf(meeting);
    return next ? fmt::format("Time for {}.", insideSentence(meeting.items[*next].point.title))
                : "Time to come to an end.";
}

std::string savedAt(Clock::Time time, int secondsEastOfUtc) {
    return "saved " + isoTime(time + std::chrono::seconds(secondsEastOfUtc)).substr(11, 8);
}

std::string hourOf(const std::string& iso, int secondsEastOfUtc) {
    const auto time = timeOf(iso);
    return time ? isoTime(*time + std::chrono::seconds(secondsEastOfUtc)).substr(11, 5) : std::string();
}

std::string spokenBy(const std::string& name) {
    return name + ": ";
}

std::string reviewLine(const Meeting& meeting, const std::string& today, int secondsEastOfUtc) {
    if (meeting.state == MeetingState::Running) {
        if (meeting.heldOn == today || meeting.startedAt.substr(0, 10) == today)
            return fmt::format("Review {} {}", meeting.clockFrom ? "running since" : "paused, begun at",
                               hourOf(meeting.startedAt, secondsEastOfUtc));
        return meeting.title + " is not finished";
    }
    std::size_t cases = 0;
    for (const AgendaItem& item : meeting.items)
        if (item.point.kind == AgendaKind::Cases) cases += item.picks.size();
    const std::string what = meeting.heldOn == today
                                 ? meeting.title + " is today"
                                 : fmt::format("Next review: {}", dayName(meeting.heldOn, today));
    return fmt::format("{}, {} chosen", what, cases == 0 ? "no case" : plural(cases, "case", "cases"));
}

std::string decidedLine(const Decision& decision) {
    return "decided: " + decision.title;
}

std::string toDoLine(const Action& action, const std::string& today) {
    std::string line = "to do: " + action.title;
    if (!action.owner.empty()) line += ", " + action.owner;
    if (!action.due.empty()) line += ", due " + dayName(action.due, today);
    return line;
}

std::string pointHolds(const AgendaItem& item, std::size_t decisions, std::size_t actions) {
    std::vector<std::string> parts;
    if (item.point.kind == AgendaKind::Cases && !item.picks.empty())
        parts.push_back(plural(item.picks.size(), "case", "cases"));
    if (item.point.kind == AgendaKind::Questions && !item.picks.empty())
        parts.push_back(plural(item.picks.size(), "question", "questions"));
    if (decisions > 0) parts.push_back(plural(decisions, "decision", "decisions"));
    if (actions > 0) parts.push_back(plural(actions, "action", "actions"));
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string closedLine(std::size_t agreed, std::size_t carriedOver, std::size_t decisions) {
    std::vector<std::string> parts;
    if (decisions > 0) parts.push_back(plural(decisions, "decision made", "decisions made"));
    if (agreed > 0) parts.push_back(plural(agreed, "action agreed", "actions agreed"));
    if (carriedOver > 0) parts.push_back(plural(carriedOver, "action carried over", "actions carried over"));
    if (parts.empty()) return "No decision, no action, nothing carried over.";
    return fmt::format("{}.", fmt::join(parts, ", "));
}

}  // namespace reckoner
