// Whether anybody has written to the store's file since one last looked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>

#include "core/store/database.h"

namespace reckoner {

// Thread-safe. Keeps a connection of its own that never writes, so that PRAGMA data_version tells it of
// everybody's commits, this program's too.
class ChangeCounter {
 public:
    explicit ChangeCounter(std::filesystem::path file);
    ~ChangeCounter();

    // One more than at the last call when there were commits in between. Does not wait for a writer and does
    // not throw: it stays as it was while the file cannot be read.
    std::uint64_t count();

 private:
    std::filesystem::path file_;
    std::mutex mutex_;
    DatabasePtr database_;
    std::int64_t version_ = 0;
    std::uint64_t count_ = 0;
};

}  // namespace reckoner
