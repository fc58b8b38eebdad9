// How a struct lies in a table of what people wrote: one list of columns serves reading, inserting, updating.
// Every table has `id`, `uid` and `content_hash`; rows are sealed as they are written.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/store/seal.h"
#include "core/store/written_text.h"

namespace reckoner {

// A column that holds a text or number of T. read and write are inverse; write cleans what it is given.
template <class T>
struct WrittenColumn {
    const char* name;
    void (*read)(T&, const SQLite::Column&);
    void (*write)(const T&, SQLite::Statement&, int at);
};

template <auto Member>
struct MemberOf;
template <class T, class V, V T::*Member>
struct MemberOf<Member> {
    static void read(T& row, const SQLite::Column& column) {
        if constexpr (std::is_same_v<V, std::string>)
            row.*Member = column.getString();
        else
            row.*Member = static_cast<V>(column.getInt64());
    }
    static void write(const T& row, SQLite::Statement& statement, int at) {
        if constexpr (std::is_same_v<V, std::string>)
            statement.bind(at, writtenText(row.*Member, "a review"));
        else
            statement.bind(at, static_cast<std::int64_t>(row.*Member));
    }
    static constexpr WrittenColumn<T> column(const char* name) { return {name, &read, &write}; }
};
// A member that lies in its column as it is: a text or a whole number.
template <auto Member>
constexpr auto plainColumn(const char* name) {
    return MemberOf<Member>::column(name);
}

// T has `id` and `uid`. Inside a transaction where it writes.
template <class T>
class WrittenTable {
 public:
    WrittenTable(const char* name, std::vector<WrittenColumn<T>> columns)
        : name_(name), columns_(std::move(columns)) {}

    // condition: SQL with one `?`, bound to `value`, and what follows it: "model_id = ? ORDER BY id DESC".
    template <class V>
    std::vector<T> rows(SQLite::Database& database, const char* condition, const V& value) const {
        SQLite::Statement query(database, select(condition));
        query.bind(1, value);
        std::vector<T> found;
        while (query.executeStep())
            found.push_back(rowOf(query));
        return found;
    }
    std::optional<T> withUid(SQLite::Database& database, const std::string& uid) const {
        auto found = rows(database, "uid = ?", uid);
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }
    // Makes a uid where there is none. Returns the row as it is stored.
    T insert(SQLite::Database& database, T row) const {
        if (row.uid.empty()) row.uid = newUid(database);
        std::string names = "uid", marks = "?";
        for (const auto& column : columns_) {
            names += fmt::format(", {}", column.name);
            marks += ", ?";
        }
        SQLite::Statement statement(database,
                                    fmt::format("INSERT INTO {} ({}) VALUES ({})", name_, names, marks));
        bind(statement, row);
        statement.exec();
        row.id = database.getLastInsertRowid();
        sealRow(database, name_, row.id);
        return *withUid(database, row.uid);
    }
    // Precondition: row.id is stored.
    void update(SQLite::Database& database, const T& row) const {
        std::string names = "uid = ?";
        for (const auto& column : columns_)
            names += fmt::format(", {} = ?", column.name);
        SQLite::Statement statement(database, fmt::format("UPDATE {} SET {} WHERE id = ?", name_, names));
        statement.bind(bind(statement, row) + 1, row.id);
        statement.exec();
        sealRow(database, name_, row.id);
    }
    void remove(SQLite::Database& database, std::int64_t id) const { removeSealedRow(database, name_, id); }

 private:
    std::string select(const char* condition) const {
        std::string names = "id, uid";
        for (const auto& column : columns_)
            names += fmt::format(", {}", column.name);
        return fmt::format("SELECT {} FROM {} WHERE {}", names, name_, condition);
    }
    T rowOf(SQLite::Statement& query) const {
        T row;
        row.id = query.getColumn(0).getInt64();
        row.uid = query.getColumn(1).getString();
        int at = 2;
        for (const auto& column : columns_)
            column.read(row, query.getColumn(at++));
        return row;
    }
    // The last place bound.
    int bind(SQLite::Statement& statement, const T& row) const {
        int at = 1;
        statement.bind(at, row.uid);
        for (const auto& column : columns_)
            column.write(row, statement, ++at);
        return at;
    }

    const char* name_;
    std::vector<WrittenColumn<T>> columns_;
};

}  // namespace reckoner
