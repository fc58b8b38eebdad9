// The one way anything is written to a store.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>

#include "core/store/database.h"

namespace reckoner {

// One transaction a call; calls from any thread wait for each other. Not re-entrant.
class StoreWriter {
 public:
    // beforeWrite runs before each transaction begins; what it throws keeps the transaction from beginning.
    StoreWriter(std::filesystem::path file, bool readOnly, std::function<void()> beforeWrite);
    ~StoreWriter();

    // Calls f(SQLite::Database&) in a transaction and commits. When f throws or the commit fails, everything
    // is rolled back and Error is thrown: the file's contents are what they were.
    template <class F>
    auto write(F&& f) {
        const std::lock_guard lock(mutex_);
        return forPeople(file_, [&] {
            begin();
            try {
                if constexpr (std::is_void_v<decltype(f(*database_))>) {
                    f(*database_);
                    commit();
                } else {
                    auto result = f(*database_);
                    commit();
                    return result;
                }
            } catch (...) {
                rollBack();
                throw;
            }
        });
    }

 private:
    void begin();
    void commit();
    void rollBack() noexcept;

    std::filesystem::path file_;
    bool readOnly_;
    std::function<void()> beforeWrite_;
    std::mutex mutex_;
    DatabasePtr database_;
};

}  // namespace reckoner
