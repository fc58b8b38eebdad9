#include "core/store/meeting_repository.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/error.h"
#include "core/review/policy_record.h"
#include "core/store/model_repository.h"
#include "core/store/review_tables.h"
#include "core/store/written_text.h"

namespace reckoner {
namespace {

std::vector<StoredItem> itemsOf(SQLite::Database& database, std::int64_t reviewId) {
    return reviewItemTable().rows(database, "review_id = ? ORDER BY position, id", reviewId);
}

Meeting withItems(SQLite::Database& database, Meeting meeting) {
    for (StoredItem& stored : itemsOf(database, meeting.id)) {
        AgendaItem& item = meeting.items.emplace_back(std::move(stored.item));
        item.id = stored.id;
        item.uid = std::move(stored.uid);
    }
    if (meeting.current >= meeting.items.size()) meeting.current = 0;
    return meeting;
}

Meeting requireMeeting(SQLite::Database& database, const std::string& uid) {
    auto meeting = meetingWithUid(database, uid);
    if (!meeting) throw Error(ErrorCode::Usage, "There is no such review in this store any more.");
    return std::move(*meeting);
}

void insertItem(SQLite::Database& database, std::int64_t reviewId, std::size_t position,
                const AgendaItem& item) {
    StoredItem stored;
    stored.reviewId = reviewId;
    stored.position = static_cast<std::int64_t>(position);
    stored.uid = item.uid;
    stored.item = item;
    reviewItemTable().insert(database, stored);
}

void removeItem(SQLite::Database& database, const AgendaItem& item) {
    if (!item.notes.empty())
        throw Error(
            ErrorCode::Usage,
            fmt::format("\"{}\" has notes and stays on the agenda: empty them first.", item.point.title));
    reviewItemTable().remove(database, item.id);
}

// Points of the agenda by uid; the notes of stored ones stay.
void storeItems(SQLite::Database& database, const Meeting& stored, const std::vector<AgendaItem>& items) {
    const auto sameUid = [](const AgendaItem& one) {
        return [&one](const AgendaItem& other) { return !one.uid.empty() && one.uid == other.uid; };
    };
    for (const AgendaItem& old : stored.items)
        if (std::none_of(items.begin(), items.end(), sameUid(old))) removeItem(database, old);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto old = std::find_if(stored.items.begin(), stored.items.end(), sameUid(items[i]));
        if (old == stored.items.end()) {
            insertItem(database, stored.id, i, items[i]);
            continue;
        }
        StoredItem row{old->id, old->uid, stored.id, static_cast<std::int64_t>(i), items[i]};
        row.item.notes = old->notes;
        row.item.notesRevision = old->notesRevision;
        reviewItemTable().update(database, row);
    }
}

bool overtaken(const AgendaItem& stored, const AgendaItem& given) {
    return stored.notesRevision != given.notesRevision && !stored.notes.empty();
}

// Whether all of `part` stands in `whole` as it was typed.
bool holds(const std::string& whole, const std::string& part) {
    return !part.empty() && whole.find(part) != std::string::npos;
}

void requireSound(SQLite::Database& database, const Meeting& meeting) {
    requireModel(database, meeting.modelId);
    if (trimmedText(meeting.title, "a review").empty())
        throw Error(ErrorCode::Usage, "A review needs a title.");
    if (!isDate(meeting.heldOn))
        throw Error(ErrorCode::Usage, "The day of a review is written like 2026-03-31.");
    if (meeting.state != MeetingState::Running) return;
    const auto running = runningMeeting(database);
    if (running && running->uid != meeting.uid)
        throw Error(ErrorCode::Usage,
                    fmt::format("\"{}\" is still running: close it first.", running->title));
}

}  // namespace

std::vector<Meeting> meetingsOf(SQLite::Database& database, std::int64_t modelId) {
    std::vector<Meeting> meetings =
        reviewTable().rows(database, "model_id = ? ORDER BY held_on DESC, id DESC", modelId);
    for (Meeting& meeting : meetings)
        meeting = withItems(database, std::move(meeting));
    return meetings;
}

std::optional<Meeting> meetingWithUid(SQLite::Database& database, const std::string& uid) {
    auto meeting = reviewTable().withUid(database, uid);
    if (!meeting) return std::nullopt;
    return withItems(database, std::move(*meeting));
}

std::optional<Meeting> runningMeeting(SQLite::Database& database) {
    auto running = reviewTable().rows(database, "state = ? ORDER BY id DESC", std::string("running"));
    if (running.empty()) return std::nullopt;
    return withItems(database, std::move(running.front()));
}

Meeting insertMeeting(SQLite::Database& database, Meeting meeting) {
    const std::vector<AgendaItem> items = meeting.items;
    if (reviewTable().withUid(database, meeting.uid)) meeting.uid.clear();
    const Meeting stored = reviewTable().insert(database, meeting);
    for (std::size_t i = 0; i < items.size(); ++i) {
        AgendaItem item = items[i];
        if (reviewItemTable().withUid(database, item.uid)) item.uid.clear();
        insertItem(database, stored.id, i, item);
    }
    return requireMeeting(database, stored.uid);
}

Meeting saveMeeting(SQLite::Database& database, const Meeting& given, const std::string& now) {
    requireSound(database, given);
    Meeting meeting = given;
    meeting.title = trimmedText(given.title, "a review");
    meeting.changedAt = now;
    const auto stored = given.uid.empty() ? std::nullopt : meetingWithUid(database, given.uid);
    if (!stored) return insertMeeting(database, meeting);
    if (stored->state == MeetingState::Closed)
        throw Error(ErrorCode::Usage, "This review is closed; what it says stays as it is.");
    if (!given.changedAt.empty() && given.changedAt != stored->changedAt)
        throw Error(ErrorCode::Usage, "Somebody else changed the review meanwhile: look at it again.");
    meeting.id = stored->id;
    reviewTable().update(database, meeting);
    storeItems(database, *stored, meeting.items);
    return requireMeeting(database, meeting.uid);
}

SavedItemNotes saveItemNotes(SQLite::Database& database, const std::string& meetingUid,
                             const AgendaItem& given) {
    const Meeting meeting = requireMeeting(database, meetingUid);
    if (meeting.state == MeetingState::Closed)
        throw Error(ErrorCode::Usage, "This review is closed; what it says stays as it is.");
    const auto found = std::find_if(meeting.items.begin(), meeting.items.end(),
                                    [&](const AgendaItem& item) { return item.uid == given.uid; });
    if (found == meeting.items.end())
        throw Error(ErrorCode::Usage, "This point is not on the agenda any more.");
    const std::string notes = writtenText(given.notes, "a review");
    SavedItemNotes saved{*found, false};
    // What stands there may be an earlier save of the same typing, whose answer a killed program never saw.
    if (found->notes == notes || (overtaken(*found, given) && holds(found->notes, notes))) return saved;
    saved.both = overtaken(*found, given) && !holds(notes, found->notes);
    saved.kept.notes = saved.both ? found->notes + "\n\n" + notes : notes;
    ++saved.kept.notesRevision;
    const auto position = static_cast<std::int64_t>(found - meeting.items.begin());
    reviewItemTable().update(database, {found->id, found->uid, meeting.id, position, saved.kept});
    return saved;
}

void storeClock(SQLite::Database& database, const Meeting& meeting) {
    auto stored = meetingWithUid(database, meeting.uid);
    if (!stored || stored->state != MeetingState::Running) return;
    stored->clockFrom = meeting.clockFrom;
    reviewTable().update(database, *stored);
    for (std::size_t i = 0; i < stored->items.size(); ++i) {
        AgendaItem& item = stored->items[i];
        const auto ours = std::find_if(meeting.items.begin(), meeting.items.end(),
                                       [&](const AgendaItem& one) { return one.uid == item.uid; });
        if (ours == meeting.items.end() || ours->spent == item.spent) continue;
        item.spent = ours->spent;
        reviewItemTable().update(database,
                                 {item.id, item.uid, stored->id, static_cast<std::int64_t>(i), item});
    }
}

std::vector<AgendaPoint> agendaInForce(SQLite::Database& database, std::int64_t modelId) {
    const auto rows =
        agendaTemplateTable().rows(database, "model_id = ? ORDER BY written_at DESC, id DESC", modelId);
    for (const AgendaTemplate& row : rows) {
        try {
            return parseAgenda(row.text);
        } catch (const Error&) {
            continue;  // of a later program, or changed outside: the one before it holds
        }
    }
    return usualAgenda();
}

void addAgenda(SQLite::Database& database, std::int64_t modelId, const std::vector<AgendaPoint>& agenda,
               const std::string& who, const std::string& now) {
    requireModel(database, modelId);
    AgendaTemplate fresh;
    fresh.modelId = modelId;
    fresh.text = agendaText(parseAgenda(agendaText(agenda)));
    fresh.who = who;
    fresh.at = now;
    if (agendaText(agendaInForce(database, modelId)) != fresh.text)
        agendaTemplateTable().insert(database, fresh);
}

void removeDraftMeeting(SQLite::Database& database, const std::string& uid) {
    const Meeting meeting = requireMeeting(database, uid);
    if (meeting.state != MeetingState::Draft)
        throw Error(ErrorCode::Usage, "Only a review that has not begun can be taken back.");
    for (const AgendaItem& item : meeting.items)
        removeItem(database, item);
    reviewTable().remove(database, meeting.id);
}

}  // namespace reckoner
