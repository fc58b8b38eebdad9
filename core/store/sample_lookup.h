// Where a sample stands in another run of its model.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/data/run_cache.h"
#include "core/store/store.h"

namespace reckoner {

// Thread-safe; keeps what it built while there is room (8 bytes a row).
class SampleLookup {
 public:
    SampleLookup(std::shared_ptr<const Store> store, std::shared_ptr<RunCache> runs);
    ~SampleLookup();

    // The row of `in` that holds the same sample as `row` of `from`: by ordinal on the same eval set, else
    // the same occurrence of the same id. O(rows) the first time a run is asked for, then O(log rows).
    std::optional<RowIndex> find(const RunRow& from, RowIndex row, const RunRow& in,
                                 const TaskContext& context = {});
    // The n-th row (from 1) with this id.
    std::optional<RowIndex> find(RunId in, const std::string& sampleId, std::size_t occurrence,
                                 const TaskContext& context = {});
    // Which of the rows with its id a row is, from 1.
    std::size_t occurrenceOf(RunId run, RowIndex row, const TaskContext& context = {});

 private:
    struct ByOrdinal;
    struct ById;
    struct Kept;

    template <class Index, class Make>
    std::shared_ptr<const Index> kept(RunId run, const Make& make);
    std::shared_ptr<const ByOrdinal> byOrdinal(RunId run, const TaskContext& context);
    std::shared_ptr<const ById> byId(RunId run, const TaskContext& context);

    std::shared_ptr<const Store> store_;
    std::shared_ptr<RunCache> runs_;
    std::mutex mutex_;
    std::list<Kept> kept_;  // latest used first
};

}  // namespace reckoner
