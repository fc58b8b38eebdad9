// Meetings and the points of their agendas. Inside a transaction where they write. Errors: review_book.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/review_book.h"

namespace SQLite {
class Database;
}

namespace reckoner {

std::vector<Meeting> meetingsOf(SQLite::Database& database, std::int64_t modelId);  // newest first
std::optional<Meeting> meetingWithUid(SQLite::Database& database, const std::string& uid);
std::optional<Meeting> runningMeeting(SQLite::Database& database);

Meeting saveMeeting(SQLite::Database& database, const Meeting& given, const std::string& now);
SavedItemNotes saveItemNotes(SQLite::Database& database, const std::string& meetingUid,
                             const AgendaItem& given);
// The newest template of the model that can be read, else the usual agenda.
std::vector<AgendaPoint> agendaInForce(SQLite::Database& database, std::int64_t modelId);
void addAgenda(SQLite::Database& database, std::int64_t modelId, const std::vector<AgendaPoint>& agenda,
               const std::string& who, const std::string& now);
void storeClock(SQLite::Database& database, const Meeting& meeting);
void removeDraftMeeting(SQLite::Database& database, const std::string& uid);
// As it is given, notes and state too; uids that are here already get new ones.
Meeting insertMeeting(SQLite::Database& database, Meeting meeting);

}  // namespace reckoner
