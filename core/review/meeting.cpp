#include "core/review/meeting.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr std::pair<MeetingState, std::string_view> kStates[] = {
    {MeetingState::Draft, "draft"}, {MeetingState::Running, "running"}, {MeetingState::Closed, "closed"}};

void requireRunning(const Meeting& meeting) {
    if (meeting.state == MeetingState::Draft)
        throw Error(ErrorCode::Usage, "This review has not begun: start it first.");
    if (meeting.state == MeetingState::Closed) throw Error(ErrorCode::Usage, "This review is closed.");
}

// A clock that was set back counts nothing.
std::chrono::milliseconds sinceRead(const Meeting& meeting, Clock::Time now) {
    if (!meeting.clockFrom) return std::chrono::milliseconds(0);
    return std::max(now - *meeting.clockFrom, std::chrono::milliseconds(0));
}

}  // namespace

std::string_view name(MeetingState state) {
    for (const auto& [one, text] : kStates)
        if (one == state) return text;
    return {};
}

std::optional<MeetingState> meetingState(std::string_view given) {
    for (const auto& [one, text] : kStates)
        if (text == given) return one;
    return std::nullopt;
}

Meeting draftMeeting(std::int64_t modelId, const std::string& date, const std::vector<AgendaPoint>& agenda) {
    Meeting meeting;
    meeting.modelId = modelId;
    meeting.heldOn = date;
    for (const AgendaPoint& point : agenda)
        meeting.items.emplace_back().point = point;
    return meeting;
}

Meeting clockRead(Meeting meeting, Clock::Time now) {
    if (!meeting.clockFrom) return meeting;
    if (meeting.current < meeting.items.size())
        meeting.items[meeting.current].spent += sinceRead(meeting, now);
    meeting.clockFrom = now;
    return meeting;
}

Meeting started(Meeting meeting, Clock::Time now) {
    if (meeting.state != MeetingState::Draft) throw Error(ErrorCode::Usage, "This review has begun already.");
    if (meeting.items.empty())
        throw Error(ErrorCode::Usage, "A review needs an agenda with at least one point.");
    meeting.state = MeetingState::Running;
    meeting.startedAt = isoTime(now);
    meeting.current = 0;
    meeting.clockFrom = now;
    return meeting;
}

Meeting paused(Meeting meeting, Clock::Time now) {
    requireRunning(meeting);
    meeting = clockRead(std::move(meeting), now);
    meeting.clockFrom.reset();
    return meeting;
}

Meeting resumed(Meeting meeting, Clock::Time now) {
    requireRunning(meeting);
    meeting = clockRead(std::move(meeting), now);
    meeting.clockFrom = now;
    return meeting;
}

Meeting movedTo(Meeting meeting, std::size_t item, Clock::Time now) {
    requireRunning(meeting);
    if (item >= meeting.items.size())
        throw Error(ErrorCode::Usage, fmt::format("The agenda has {} points, and no point {}.",
                                                  meeting.items.size(), item + 1));
    meeting = clockRead(std::move(meeting), now);
    meeting.current = item;
    return meeting;
}

Meeting nextItem(Meeting meeting, Clock::Time now) {
    requireRunning(meeting);
    meeting = clockRead(std::move(meeting), now);
    if (meeting.current >= meeting.items.size()) return meeting;
    meeting.items[meeting.current].done = true;
    for (std::size_t step = 1; step < meeting.items.size(); ++step) {
        const std::size_t next = (meeting.current + step) % meeting.items.size();
        if (meeting.items[next].done) continue;
        meeting.current = next;
        break;
    }
    return meeting;
}

Meeting closed(Meeting meeting, Clock::Time now) {
    requireRunning(meeting);
    meeting = clockRead(std::move(meeting), now);
    meeting.clockFrom.reset();
    meeting.state = MeetingState::Closed;
    meeting.closedAt = isoTime(now);
    return meeting;
}

Meeting afterInterruption(Meeting meeting, Clock::Time now, std::chrono::milliseconds silence) {
    if (meeting.clockFrom && sinceRead(meeting, now) > silence) meeting.clockFrom.reset();
    return meeting;
}

std::chrono::milliseconds spentOn(const Meeting& meeting, std::size_t item, Clock::Time now) {
    if (item >= meeting.items.size()) return std::chrono::milliseconds(0);
    return meeting.items[item].spent +
           (item == meeting.current ? sinceRead(meeting, now) : std::chrono::milliseconds(0));
}

std::chrono::milliseconds spentOn(const Meeting& meeting, Clock::Time now) {
    std::chrono::milliseconds spent{0};
    for (std::size_t i = 0; i < meeting.items.size(); ++i)
        spent += spentOn(meeting, i, now);
    return spent;
}

std::chrono::milliseconds planned(const Meeting& meeting) {
    std::chrono::milliseconds planned{0};
    for (const AgendaItem& item : meeting.items)
        planned += std::chrono::minutes(item.point.minutes);
    return planned;
}

std::chrono::milliseconds leftOf(const Meeting& meeting, std::size_t item, Clock::Time now) {
    if (item >= meeting.items.size()) return std::chrono::milliseconds(0);
    return std::chrono::minutes(meeting.items[item].point.minutes) - spentOn(meeting, item, now);
}

}  // namespace reckoner
