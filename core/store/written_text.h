// What people write, before it is kept: safe text of a sensible length, and names that stay the same
// everywhere.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace reckoner {

// cleanText(). Throws Error{Usage} when it is longer than kLongestText, saying what (`of`: "the note").
std::string writtenText(std::string_view text, std::string_view of);

// The same without space around it: a name, a tag.
std::string trimmedText(std::string_view text, std::string_view of);

// The text when it is a time as isoTime() writes it, else the other one: times in files say anything.
std::string isoTimeOr(std::string_view text, std::string_view otherwise);

// isoTimeOr(text, now), and now when that lies ahead: a clock elsewhere, or a lie, must not outlast what
// comes.
std::string pastTime(std::string_view text, const std::string& now);

// 32 hex digits nobody else has.
std::string newUid(SQLite::Database& database);
// 32 hex digits that are the same wherever they are made from the same parts.
std::string derivedUid(std::initializer_list<std::string_view> parts);

}  // namespace reckoner
