#include "core/data/run_cache.h"

#include <algorithm>

#include <unistd.h>

namespace reckoner {

RunCache::RunCache(Opener opener, std::size_t budget) : opener_(std::move(opener)), budget_(budget) {}

EvalTablePtr RunCache::open(RunId id) {
    {
        const std::lock_guard lock(mutex_);
        if (EvalTablePtr table = find(id)) return table;
    }
    EvalTablePtr opened = opener_(id);
    const std::lock_guard lock(mutex_);
    // Another thread may have been quicker; everybody gets the same table.
    if (EvalTablePtr table = find(id)) return table;
    kept_.push_front({id, opened});
    trim();
    return opened;
}

void RunCache::clear() {
    const std::lock_guard lock(mutex_);
    kept_.clear();
}

std::size_t RunCache::bytes() const {
    const std::lock_guard lock(mutex_);
    std::size_t total = 0;
    for (const Kept& kept : kept_)
        total += kept.table->bytes();
    return total;
}

std::size_t RunCache::defaultBudget() {
    constexpr std::size_t most = std::size_t{2} << 30;
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageSize = sysconf(_SC_PAGE_SIZE);
    if (pages <= 0 || pageSize <= 0) return most;
    return std::min(most, static_cast<std::size_t>(pages) * static_cast<std::size_t>(pageSize) / 4);
}

EvalTablePtr RunCache::find(RunId id) {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [id](const Kept& kept) { return kept.id == id; });
    if (found == kept_.end()) return nullptr;
    kept_.splice(kept_.begin(), kept_, found);
    trim();
    return kept_.front().table;
}

void RunCache::trim() {
    std::size_t total = 0;
    for (auto kept = kept_.begin(); kept != kept_.end();) {
        total += kept->table->bytes();
        const bool fits = kept == kept_.begin() || total <= budget_;
        kept = fits ? std::next(kept) : kept_.erase(kept);
    }
}

}  // namespace reckoner
