#include "core/store/change_counter.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace reckoner {

ChangeCounter::ChangeCounter(std::filesystem::path file) : file_(std::move(file)) {}
ChangeCounter::~ChangeCounter() = default;

std::uint64_t ChangeCounter::count() {
    const std::lock_guard lock(mutex_);
    try {
        if (!database_) database_ = openDatabase(file_, Access::Read, 0);
        const std::int64_t version = pragmaNumber(*database_, "data_version");
        if (version != version_) ++count_;
        version_ = version;
    } catch (const SQLite::Exception&) {
        // A writer is at work, or the file is gone: whoever reads next is told.
    }
    return count_;
}

}  // namespace reckoner
