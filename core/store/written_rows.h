// How a struct lies in a table of what people wrote: one list of columns serves reading, inserting, updating.
// Every table has `id`, `uid` and `content_hash`; rows are sealed as they are written. Defined, and made for
// its structs, in review_tables.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace SQLite {
class Column;
class Database;
class Statement;
}  // namespace SQLite

namespace reckoner {

// A column that holds a text or number of T. read and write are inverse; write cleans what it is given.
template <class T>
struct WrittenColumn {
    const char* name;
    void (*read)(T&, const SQLite::Column&);
    void (*write)(const T&, SQLite::Statement&, int at);
};

// T has `id` and `uid`. Inside a transaction where it writes.
template <class T>
class WrittenTable {
 public:
    WrittenTable(const char* name, std::vector<WrittenColumn<T>> columns)
        : name_(name), columns_(std::move(columns)) {}

    // condition: SQL with one `?`, bound to `value`, and what follows it: "model_id = ? ORDER BY id DESC".
    std::vector<T> rows(SQLite::Database& database, const char* condition, std::int64_t value) const;
    std::vector<T> rows(SQLite::Database& database, const char* condition, const std::string& value) const;
    std::optional<T> withUid(SQLite::Database& database, const std::string& uid) const;
    // Makes a uid where there is none. Returns the row as it is stored.
    T insert(SQLite::Database& database, T row) const;
    // Precondition: row.id is stored.
    void update(SQLite::Database& database, const T& row) const;
    void remove(SQLite::Database& database, std::int64_t id) const;

 private:
    template <class V>
    std::vector<T> found(SQLite::Database& database, const char* condition, const V& value) const;
    std::string select(const char* condition) const;
    T rowOf(SQLite::Statement& query) const;
    // The last place bound.
    int bind(SQLite::Statement& statement, const T& row) const;

    const char* name_;
    std::vector<WrittenColumn<T>> columns_;
};

}  // namespace reckoner
