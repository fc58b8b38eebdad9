#include "core/store/sample_lookup.h"

#include <algorithm>
#include <any>
#include <limits>
#include <vector>

#include <xxhash.h>

#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr std::uint32_t kNoRow = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMostKeptRows = 40'000'000;  // kept at once

std::uint32_t shortHash(std::string_view id) {
    return static_cast<std::uint32_t>(XXH3_64bits(id.data(), id.size()));
}

}  // namespace

struct SampleLookup::ByOrdinal {
    std::vector<std::uint32_t> ordinals;  // by row
    std::vector<std::uint32_t> rows;      // by ordinal; kNoRow: not in this run
    std::size_t size() const { return ordinals.size() + rows.size(); }
};

struct SampleLookup::ById {
    struct Entry {
        std::uint32_t hash;
        RowIndex row;
    };
    EvalTablePtr table;
    std::shared_ptr<const TextColumn> ids;
    std::vector<Entry> entries;  // by hash, then row
    std::size_t size() const { return entries.size(); }

    // Rows with this id, ascending.
    std::vector<RowIndex> rowsOf(const std::string& id) const {
        const std::uint32_t hash = shortHash(id);
        std::vector<RowIndex> rows;
        auto entry = std::lower_bound(entries.begin(), entries.end(), hash,
                                      [](const Entry& e, std::uint32_t h) { return e.hash < h; });
        for (; entry != entries.end() && entry->hash == hash; ++entry)
            if (ids->at(entry->row) == id) rows.push_back(entry->row);
        return rows;
    }
};

struct SampleLookup::Kept {
    RunId run;
    std::any index;  // shared_ptr<const ByOrdinal> or shared_ptr<const ById>
    std::size_t size;
};

SampleLookup::SampleLookup(std::shared_ptr<const Store> store, std::shared_ptr<RunCache> runs)
    : store_(std::move(store)), runs_(std::move(runs)) {}

SampleLookup::~SampleLookup() = default;

template <class Index, class Make>
std::shared_ptr<const Index> SampleLookup::kept(RunId run, const Make& make) {
    using Ptr = std::shared_ptr<const Index>;
    // Building under the lock: whoever asks meanwhile for the same run would build it a second time.
    const std::lock_guard lock(mutex_);
    for (auto entry = kept_.begin(); entry != kept_.end(); ++entry) {
        const Ptr* index = std::any_cast<Ptr>(&entry->index);
        if (entry->run != run || !index) continue;
        kept_.splice(kept_.begin(), kept_, entry);
        return *index;
    }
    const Ptr index = make();
    kept_.push_front({run, index, index->size()});
    std::size_t rows = 0;
    for (auto entry = kept_.begin(); entry != kept_.end();) {
        rows += entry->size;
        entry = rows > kMostKeptRows && entry != kept_.begin() ? kept_.erase(entry) : std::next(entry);
    }
    return index;
}

std::shared_ptr<const SampleLookup::ByOrdinal> SampleLookup::byOrdinal(RunId run,
                                                                       const TaskContext& context) {
    return kept<ByOrdinal>(run, [&] {
        auto index = std::make_shared<ByOrdinal>();
        index->ordinals = store_->ordinals(run, context);
        const auto highest = std::max_element(index->ordinals.begin(), index->ordinals.end());
        index->rows.assign(highest == index->ordinals.end() ? 0 : std::size_t{*highest} + 1, kNoRow);
        for (std::size_t row = 0; row < index->ordinals.size(); ++row)
            index->rows[index->ordinals[row]] = static_cast<std::uint32_t>(row);
        return index;
    });
}

std::shared_ptr<const SampleLookup::ById> SampleLookup::byId(RunId run, const TaskContext& context) {
    return kept<ById>(run, [&] {
        auto index = std::make_shared<ById>();
        index->table = runs_->open(run);
        const ColumnInfo* column = index->table->find(ColumnRole::Id);
        if (!column) throw Error(ErrorCode::Internal, "This run has no sample ids.");
        index->ids = index->table->text(column->id, context);
        index->entries.reserve(index->table->rows());
        index->ids->scan(0, index->table->rows(), [&](RowIndex row, std::string_view id, bool) {
            if (row % 65'536 == 0) context.checkCancelled();
            index->entries.push_back({shortHash(id), row});
        });
        std::sort(index->entries.begin(), index->entries.end(), [](const auto& a, const auto& b) {
            return a.hash != b.hash ? a.hash < b.hash : a.row < b.row;
        });
        return index;
    });
}

std::optional<RowIndex> SampleLookup::find(const RunRow& from, RowIndex row, const RunRow& in,
                                           const TaskContext& context) {
    if (from.info.id == in.info.id) return row;
    if (from.evalSetId == in.evalSetId) {
        const auto own = byOrdinal(from.info.id, context);
        const auto other = byOrdinal(in.info.id, context);
        if (row >= own->ordinals.size()) return std::nullopt;
        const std::uint32_t ordinal = own->ordinals[row];
        if (ordinal >= other->rows.size() || other->rows[ordinal] == kNoRow) return std::nullopt;
        return other->rows[ordinal];
    }
    const auto own = byId(from.info.id, context);
    return find(in.info.id, own->ids->at(row), occurrenceOf(from.info.id, row, context), context);
}

std::optional<RowIndex> SampleLookup::find(RunId in, const std::string& sampleId, std::size_t occurrence,
                                           const TaskContext& context) {
    const std::vector<RowIndex> rows = byId(in, context)->rowsOf(sampleId);
    if (occurrence < 1 || occurrence > rows.size()) return std::nullopt;
    return rows[occurrence - 1];
}

std::size_t SampleLookup::occurrenceOf(RunId run, RowIndex row, const TaskContext& context) {
    const auto own = byId(run, context);
    const std::vector<RowIndex> rows = own->rowsOf(own->ids->at(row));
    return static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), row) - rows.begin()) + 1;
}

}  // namespace reckoner
