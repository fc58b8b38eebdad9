#include "core/review/agenda.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/error.h"
#include "core/base/numbers.h"
#include "core/base/trimmed.h"

namespace reckoner {
namespace {

constexpr std::pair<AgendaKind, std::string_view> kAgendaKinds[] = {{AgendaKind::Talk, "talk"},
                                                                    {AgendaKind::Cases, "cases"},
                                                                    {AgendaKind::Priorities, "priorities"},
                                                                    {AgendaKind::Questions, "questions"}};
constexpr std::string_view kPages[] = {"today",    "decide", "errors", "segments",
                                       "versions", "change", "record"};
constexpr int kLongest = 480;

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(at);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

int minutesOf(std::string_view text, std::size_t line) {
    const auto number = parseNumber(text);
    if (!number || *number < 1 || *number > kLongest || *number != static_cast<int>(*number))
        throw Error(
            ErrorCode::Usage,
            fmt::format("Line {} of the agenda: \"{}\" is no whole number of minutes from 1 to {}. Write "
                        "a point like: Three cases | 15 | errors.",
                        line, text, kLongest));
    return static_cast<int>(*number);
}

AgendaPoint pointAt(std::string_view text, std::size_t line) {
    const auto parts = split(text, '|');
    AgendaPoint point;
    point.title = std::string(parts[0]);
    if (point.title.empty())
        throw Error(ErrorCode::Usage, fmt::format("Line {} of the agenda has no title.", line));
    if (parts.size() > 1 && !parts[1].empty()) point.minutes = minutesOf(parts[1], line);
    if (parts.size() > 2 && !parts[2].empty()) {
        if (std::find(std::begin(kPages), std::end(kPages), parts[2]) == std::end(kPages))
            throw Error(ErrorCode::Usage,
                        fmt::format("Line {} of the agenda: there is no page \"{}\"; there are {}.", line,
                                    parts[2], fmt::join(kPages, ", ")));
        point.page = std::string(parts[2]);
    }
    if (parts.size() > 3 && !parts[3].empty()) {
        point.kind = agendaKind(parts[3]);
        if (name(point.kind) != parts[3])
            throw Error(
                ErrorCode::Usage,
                fmt::format("Line {} of the agenda: \"{}\" is none of talk, cases, priorities, questions.",
                            line, parts[3]));
    }
    return point;
}

}  // namespace

std::string_view name(AgendaKind kind) {
    for (const auto& [one, text] : kAgendaKinds)
        if (one == kind) return text;
    return {};
}

AgendaKind agendaKind(std::string_view given) {
    for (const auto& [one, text] : kAgendaKinds)
        if (text == given) return one;
    return AgendaKind::Talk;
}

const std::vector<AgendaPoint>& usualAgenda() {
    static const std::vector<AgendaPoint> agenda = {
        {"Numbers", 5, "today", AgendaKind::Talk},
        {"Three cases", 15, "errors", AgendaKind::Cases},
        {"What moved", 10, "versions", AgendaKind::Talk},
        {"What to do next", 10, "errors", AgendaKind::Priorities},
        {"Open questions", 3, "record", AgendaKind::Questions},
        {"What surprised you?", 2, "", AgendaKind::Talk},
    };
    return agenda;
}

std::string agendaText(const std::vector<AgendaPoint>& agenda) {
    std::string text;
    for (const AgendaPoint& point : agenda) {
        text += fmt::format("{} | {}", point.title, point.minutes);
        if (!point.page.empty() || point.kind != AgendaKind::Talk) text += fmt::format(" | {}", point.page);
        if (point.kind != AgendaKind::Talk) text += fmt::format(" | {}", name(point.kind));
        text += '\n';
    }
    return text;
}

std::vector<AgendaPoint> parseAgenda(std::string_view text) {
    std::vector<AgendaPoint> agenda;
    std::size_t line = 0;
    for (const std::string_view one : split(text, '\n')) {
        ++line;
        if (!one.empty()) agenda.push_back(pointAt(one, line));
    }
    if (agenda.empty())
        throw Error(ErrorCode::Usage, "An agenda needs at least one point, like: Three cases | 15 | errors.");
    return agenda;
}

}  // namespace reckoner
