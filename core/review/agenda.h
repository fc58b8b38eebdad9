// What a weekly review goes through, point by point: a template people edit as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckoner {

// What a point does beside its view and its notes.
enum class AgendaKind { Talk, Cases, Priorities, Questions };
std::string_view name(AgendaKind kind);        // as stored and typed: "cases"
AgendaKind agendaKind(std::string_view name);  // of any other text: Talk

struct AgendaPoint {
    std::string title;
    int minutes = 5;
    std::string page;  // id of the page it opens: "errors"; empty: stay where one is
    AgendaKind kind = AgendaKind::Talk;

    bool operator==(const AgendaPoint&) const = default;
};

// The agenda of a model's reviews as it was written once. Append-only: the newest holds.
struct AgendaTemplate {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string uid{};
    std::string text;  // as agendaText() writes it
    std::string who;
    std::string at;  // ISO time, filled by the store
};

// Metric overview 5, three cases 15, what moved 10, what to do next 10, open questions 5, and "what surprised
// you?" inside the open questions' time.
const std::vector<AgendaPoint>& usualAgenda();

// One point a line: "Three cases | 15 | errors | cases". Page and kind may be left out.
std::string agendaText(const std::vector<AgendaPoint>& agenda);
// Empty lines are skipped. Throws Error{Usage} naming the line: no title, minutes that are no whole number
// from 1 to 480, a page or a kind there is not, no point at all.
std::vector<AgendaPoint> parseAgenda(std::string_view text);

}  // namespace reckoner
