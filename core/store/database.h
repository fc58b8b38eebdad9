// Connections to the store's SQLite file, and SQLite's errors as sentences. Only core/store includes this.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace reckoner {

class OpenStoreFile;
using DatabasePtr = std::unique_ptr<SQLite::Database>;

enum class Access { Read, Write };

// Storing a big run takes seconds, on a slow disk many: how long others wait for it.
inline constexpr int kPatience = 30'000;  // milliseconds

// Opens a file that passed OpenStoreFile: limits lowered, schema untrusted, triggers, views and extensions
// off, foreign keys on, full syncs. Of the contents only the schema is parsed.
DatabasePtr openDatabase(const std::filesystem::path& file, Access access, int patience = kPatience);
// A new database in an empty file or, with an empty path, in memory; same settings.
DatabasePtr buildDatabase(const std::filesystem::path& file);

// In a catch block: throws what is being handled again, SQLite's errors as Error{Store} with a sentence.
[[noreturn]] void rethrowForPeople(const std::filesystem::path& file);

template <class F>
decltype(auto) forPeople(const std::filesystem::path& file, F&& f) {
    try {
        return f();
    } catch (...) {
        rethrowForPeople(file);
    }
}

std::int64_t pragmaNumber(SQLite::Database& database, const std::string& pragma);

// Rolls back what a killed writer left, where this user may write: a connection for reading cannot, and would
// refuse the store. Nothing happens while a writer is at work.
void rollBackLeftover(const std::filesystem::path& file);

// Connections for reading: borrowed for one call, given back after. Thread-safe.
class ReadConnections {
 public:
    // keeper lives as long as a connection may be open; without one nobody else may touch the file.
    ReadConnections(std::filesystem::path file, std::shared_ptr<const OpenStoreFile> keeper);
    ~ReadConnections();

    // Calls f(SQLite::Database&) with a connection no other thread has.
    template <class F>
    decltype(auto) read(F&& f) {
        return forPeople(file_, [&]() -> decltype(auto) {
            const Lease lease(*this);
            return f(*lease.database);
        });
    }

 private:
    struct Lease {
        explicit Lease(ReadConnections& from);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ReadConnections& owner;
        DatabasePtr database;
    };
    std::filesystem::path file_;
    std::shared_ptr<const OpenStoreFile> keeper_;
    std::mutex mutex_;
    std::vector<DatabasePtr> idle_;
};

}  // namespace reckoner
