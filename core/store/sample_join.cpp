#include "core/store/sample_join.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>

#include <xxhash.h>

#include "core/base/error.h"
#include "core/store/staging_file.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kPartitionRows = 500'000;
constexpr std::uint64_t kMostPartitions = 200;
constexpr std::uint64_t kMostSamples = std::numeric_limits<std::uint32_t>::max() - 1;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

std::uint64_t hashOf(std::string_view id) {
    return XXH3_64bits(id.data(), id.size());
}

// Walks ids in row order, a chunk in memory at a time.
class IdCursor {
 public:
    IdCursor(const IdChunks& ids, const char* what) : ids_(ids), what_(what) {}

    bool atEnd() const { return chunk_ == ids_.extents.size(); }
    std::uint64_t row() const { return row_; }
    std::string_view id() {
        load();
        return texts_.at(at_);
    }
    void advance() {
        load();
        ++row_;
        if (++at_ == texts_.rows()) nextChunk();
    }
    // When both stand at the start of a chunk and the chunks' bytes are equal, both step over it.
    static bool stepOverEqualChunk(IdCursor& a, IdCursor& b) {
        if (a.at_ != 0 || b.at_ != 0 || a.row_ != b.row_) return false;
        if (a.ids_.extents[a.chunk_].rows != b.ids_.extents[b.chunk_].rows) return false;
        const EncodedChunk& mine = a.encoded();
        const EncodedChunk& other = b.encoded();
        if (mine.checksum != other.checksum || mine.bytes != other.bytes) return false;
        checkChunk(mine, a.what_);
        a.row_ += mine.rows;
        b.row_ += mine.rows;
        a.nextChunk();
        b.nextChunk();
        return true;
    }

 private:
    const EncodedChunk& encoded() {
        if (!fetched_) encoded_ = ids_.chunk(chunk_);
        fetched_ = true;
        return encoded_;
    }
    void load() {
        if (decoded_) return;
        texts_ = decodeTexts(encoded(), chunkName(what_, encoded_.firstRow, encoded_.rows));
        decoded_ = true;
    }
    void nextChunk() {
        at_ = 0;
        ++chunk_;
        fetched_ = false;
        decoded_ = false;
    }

    const IdChunks& ids_;
    const char* what_;
    std::size_t chunk_ = 0;
    std::uint64_t row_ = 0;
    RowIndex at_ = 0;
    bool fetched_ = false;
    bool decoded_ = false;
    EncodedChunk encoded_;
    DecodedTexts texts_;
};

// Both cursors stand behind the longest common beginning after.
void skipEqual(IdCursor& old, IdCursor& run, const TaskContext& context) {
    std::uint64_t checked = 0;
    while (!old.atEnd() && !run.atEnd()) {
        if ((checked++ & 0xFFF) == 0) context.checkCancelled();
        if (IdCursor::stepOverEqualChunk(old, run)) continue;
        if (old.id() != run.id()) return;
        old.advance();
        run.advance();
    }
}

using Partitions = std::vector<SpillFile>;

struct IdRecord {
    std::uint32_t number;
    std::uint32_t size;
};

void spill(IdCursor& ids, Partitions& partitions, const TaskContext& context) {
    std::uint64_t done = 0;
    for (; !ids.atEnd(); ids.advance()) {
        if ((done++ & 0xFFFF) == 0) context.checkCancelled();
        const std::string_view id = ids.id();
        // The table below uses the low bits of the hash.
        SpillFile& partition = partitions[(hashOf(id) >> 32) % partitions.size()];
        const IdRecord record{static_cast<std::uint32_t>(ids.row()), static_cast<std::uint32_t>(id.size())};
        partition.append({reinterpret_cast<const char*>(&record), sizeof(record)});
        partition.append(id);
    }
}

template <class F>
void forEachRecord(const std::string& records, F&& f) {
    for (std::size_t at = 0; at < records.size();) {
        IdRecord record;
        std::memcpy(&record, records.data() + at, sizeof(record));
        at += sizeof(record);
        f(record.number, std::string_view(records).substr(at, record.size));
        at += record.size;
    }
}

// Ids to their ordinals, first in first out for an id that occurs more than once.
class OrdinalTable {
 public:
    explicit OrdinalTable(const std::string& records) {
        forEachRecord(records, [this](std::uint32_t ordinal, std::string_view id) {
            entries_.push_back({id, ordinal, kNone});
        });
        slots_.assign(std::bit_ceil(entries_.size() * 2 + 1), Slot{});
        for (std::uint32_t i = 0; i < entries_.size(); ++i)
            add(i);
    }

    // The next ordinal of this id, or kNone.
    std::uint32_t take(std::string_view id) {
        Slot& slot = slotOf(id);
        if (slot.head == kNone) return kNone;
        const Entry& entry = entries_[slot.head];
        slot.head = entry.next;
        return entry.ordinal;
    }

 private:
    struct Entry {
        std::string_view id;
        std::uint32_t ordinal;
        std::uint32_t next;
    };
    struct Slot {
        std::uint32_t any = kNone;  // an entry with this slot's id
        std::uint32_t head = kNone;
        std::uint32_t tail = kNone;
    };

    void add(std::uint32_t index) {
        Slot& slot = slotOf(entries_[index].id);
        if (slot.any == kNone) {
            slot = {index, index, index};
            return;
        }
        entries_[slot.tail].next = index;
        slot.tail = index;
    }
    Slot& slotOf(std::string_view id) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hashOf(id) & mask;
        while (slots_[at].any != kNone && entries_[slots_[at].any].id != id)
            at = (at + 1) & mask;
        return slots_[at];
    }

    std::vector<Entry> entries_;
    std::vector<Slot> slots_;
};

void matchRest(IdCursor& old, IdCursor& run, std::uint64_t restRows, std::vector<std::uint32_t>& ordinals,
               const std::filesystem::path& folder, const TaskContext& context) {
    const std::uint64_t count = std::clamp<std::uint64_t>(restRows / kPartitionRows, 1, kMostPartitions);
    Partitions oldParts;
    Partitions runParts;
    for (std::uint64_t i = 0; i < count; ++i) {
        oldParts.emplace_back(folder);
        runParts.emplace_back(folder);
    }
    spill(old, oldParts, context);
    spill(run, runParts, context);
    for (std::uint64_t i = 0; i < count; ++i) {
        context.checkCancelled();
        const std::string oldRecords = oldParts[i].takeAll();
        OrdinalTable table(oldRecords);
        forEachRecord(runParts[i].takeAll(),
                      [&](std::uint32_t row, std::string_view id) { ordinals[row] = table.take(id); });
    }
}

}  // namespace

SampleJoin joinSamples(const IdChunks& old, const IdChunks& run, const std::filesystem::path& folder,
                       const TaskContext& context) {
    SampleJoin join;
    IdCursor oldIds(old, "the sample ids of the eval set");
    IdCursor runIds(run, "the sample ids of the file");
    skipEqual(oldIds, runIds, context);
    if (oldIds.atEnd() || runIds.atEnd()) {
        join.samplesAfter = std::max(old.rows(), run.rows());
    } else {
        const std::uint64_t same = runIds.row();
        join.ordinals.resize(run.rows());
        std::iota(join.ordinals.begin(), join.ordinals.begin() + static_cast<std::ptrdiff_t>(same), 0U);
        matchRest(oldIds, runIds, std::max(old.rows(), run.rows()) - same, join.ordinals, folder, context);
        join.samplesAfter = old.rows();
        for (std::uint64_t row = same; row < run.rows(); ++row) {
            if (join.ordinals[row] == kNone)
                join.ordinals[row] = static_cast<std::uint32_t>(join.samplesAfter++);
        }
    }
    if (join.samplesAfter > kMostSamples)
        throw Error(
            ErrorCode::BadInput,
            "The eval set would hold more than 4,294,967,294 samples: give this run another eval set.");
    return join;
}

}  // namespace reckoner
