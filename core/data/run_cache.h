// Open runs, kept while there is room for them.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <mutex>

#include "core/data/eval_table.h"

namespace reckoner {

// Thread-safe. A table that was put out lives on as long as somebody holds it.
class RunCache {
 public:
    using Opener = std::function<EvalTablePtr(RunId)>;

    // opener: Store::openTable of the store in use. Budget in bytes of loaded columns.
    explicit RunCache(Opener opener, std::size_t budget = defaultBudget());

    // The table of this run: the same one while it is kept, so its columns are loaded once. Puts out the
    // least recently used tables beyond the budget, never the one asked for. Throws what the opener throws.
    EvalTablePtr open(RunId id);
    // After the store behind the opener changed.
    void clear();
    // Bytes of all kept tables now: columns load after open().
    std::size_t bytes() const;

    // min(2 GiB, a quarter of the machine's memory).
    static std::size_t defaultBudget();

 private:
    struct Kept {
        RunId id;
        EvalTablePtr table;
    };
    EvalTablePtr find(RunId id);
    void trim();

    Opener opener_;
    std::size_t budget_;
    mutable std::mutex mutex_;
    std::list<Kept> kept_;  // latest used first
};

}  // namespace reckoner
