// One review: draft, running, closed; its agenda with a clock that a kill or a pause does not upset.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/review/agenda.h"

namespace reckoner {

enum class MeetingState { Draft, Running, Closed };
std::string_view name(MeetingState state);
std::optional<MeetingState> meetingState(std::string_view name);

struct AgendaItem {
    std::int64_t id = 0;
    std::string uid{};
    AgendaPoint point;
    std::string view;   // JSON of the ReviewState it opens; empty: the page as it is
    std::string notes;  // as typed
    std::int64_t notesRevision = 0;
    std::vector<std::string> picks;  // of Cases: sample ids; of Priorities: reasons, the first one first; of
                                     // Questions: what was asked beforehand
    std::chrono::milliseconds spent{0};  // until the clock was last read; see spentOn()
    bool done = false;
};

struct Meeting {
    std::int64_t id = 0;
    std::int64_t modelId = 0;
    std::string uid{};
    std::string title;
    std::string heldOn;  // ISO date
    MeetingState state = MeetingState::Draft;
    std::vector<std::string> attendees;  // names or roles; the n-th answers to one key
    std::vector<AgendaItem> items;
    std::size_t current = 0;               // index of the item spoken about
    std::optional<Clock::Time> clockFrom;  // when the clock was last read; nothing: it stands still
    std::string startedAt;                 // ISO times; empty: not yet
    std::string closedAt;
    std::string changedAt;  // filled by the store
};

// A draft with the agenda's points, no notes.
Meeting draftMeeting(std::int64_t modelId, const std::string& date, const std::vector<AgendaPoint>& agenda);

// --- what a meeting goes through; each returns the meeting after it ---
// Preconditions: start a draft, the others a running one; else Error{Usage}.
Meeting started(Meeting meeting, Clock::Time now);
Meeting paused(Meeting meeting, Clock::Time now);
Meeting resumed(Meeting meeting, Clock::Time now);
// The clock goes on with another item. Throws Error{Usage} when there is none.
Meeting movedTo(Meeting meeting, std::size_t item, Clock::Time now);
// The current item is done; the next that is not follows, or the current one stays when all are.
Meeting nextItem(Meeting meeting, Clock::Time now);
Meeting closed(Meeting meeting, Clock::Time now);
// The clock read and written down, so that at most what came after it is lost. Nothing happens to one that
// stands still.
Meeting clockRead(Meeting meeting, Clock::Time now);

// A running meeting whose clock nobody has read for longer than `silence`: the program ended in between. The
// time after the last reading does not count: the clock stands still from then on.
Meeting afterInterruption(Meeting meeting, Clock::Time now,
                          std::chrono::milliseconds silence = std::chrono::minutes(1));

// --- the clock ---
std::chrono::milliseconds spentOn(const Meeting& meeting, std::size_t item, Clock::Time now);
std::chrono::milliseconds spentOn(const Meeting& meeting, Clock::Time now);  // all items
std::chrono::milliseconds planned(const Meeting& meeting);
// Negative: over.
std::chrono::milliseconds leftOf(const Meeting& meeting, std::size_t item, Clock::Time now);

}  // namespace reckoner
