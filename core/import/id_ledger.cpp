#define XXH_INLINE_ALL
#include "core/import/id_ledger.h"

#include <algorithm>
#include <bit>
#include <utility>

#include <xxhash.h>

#include "core/import/content_hash.h"

namespace reckoner {

namespace {

constexpr std::size_t kBlock = 128 * 1024;            // hashes read at a time: 1 MiB
constexpr std::uint64_t kPartRows = 2 * 1024 * 1024;  // expected in a part: a table of 32 MiB

// Open addressing; zero marks a free slot and is kept apart.
class HashSet {
 public:
    explicit HashSet(std::size_t expected) : table_(std::bit_ceil(expected * 3 / 2 + 2)) {}

    void prefetch(std::uint64_t hash) const { __builtin_prefetch(&table_[hash & (table_.size() - 1)], 1); }

    // False: it was there.
    bool insert(std::uint64_t hash) {
        if (hash == 0) return !std::exchange(hasZero_, true);
        if (!put(hash)) return false;
        if (++size_ * 4 > table_.size() * 3) grow();
        return true;
    }

 private:
    bool put(std::uint64_t hash) {
        std::uint64_t at = hash & (table_.size() - 1);
        while (table_[at] != 0) {
            if (table_[at] == hash) return false;
            at = (at + 1) & (table_.size() - 1);
        }
        table_[at] = hash;
        return true;
    }

    void grow() {
        std::vector<std::uint64_t> before(table_.size() * 2);
        before.swap(table_);
        for (const std::uint64_t hash : before)
            if (hash != 0) put(hash);
    }

    std::vector<std::uint64_t> table_;
    std::size_t size_ = 0;
    bool hasZero_ = false;
};

}  // namespace

std::uint64_t idHash(std::string_view id) {
    return XXH3_64bits(id.data(), id.size());
}

void IdLedger::add(std::span<const std::uint64_t> idHashes, std::span<const std::uint64_t> labelHashes) {
    hashes_.append(std::as_bytes(idHashes));
    rows_ += idHashes.size();
    for (std::size_t i = 0; i < idHashes.size(); ++i) {
        const std::uint64_t pair[2] = {idHashes[i], labelHashes[i]};
        const XXH128_hash_t hash = XXH3_128bits(pair, sizeof pair);
        sumLow_ += hash.low64;
        sumHigh_ += hash.high64;
    }
}

template <class F>
void IdLedger::forEachBlock(F&& f) {
    std::vector<std::uint64_t> block;
    for (std::uint64_t row = 0; row < rows_; row += kBlock) {
        block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, rows_ - row)));
        hashes_.read(row * 8, std::as_writable_bytes(std::span(block)));
        f(row, std::span<const std::uint64_t>(block));
    }
}

IdLedger::Settled IdLedger::settle(StagingFile& staging, const TaskContext& context) {
    Settled settled;
    settled.hashesOffset = staging.size();
    forEachBlock([&](std::uint64_t, std::span<const std::uint64_t> block) {
        context.checkCancelled();
        staging.append(std::as_bytes(block));
    });
    countRepeated(settled, context);
    settled.fingerprint = hex128(sumHigh_ + rows_, sumLow_);
    return settled;
}

// A part is the hashes whose top bits agree; each is looked through by itself.
void IdLedger::countRepeated(Settled& settled, const TaskContext& context) {
    const std::uint64_t parts =
        std::bit_ceil(std::max<std::uint64_t>((rows_ + kPartRows - 1) / kPartRows, 1));
    const int shift = 64 - std::countr_zero(parts);
    std::optional<std::uint64_t> wanted;
    for (std::uint64_t part = 0; part < parts; ++part) {
        HashSet seen(static_cast<std::size_t>(std::min(rows_, kPartRows)));
        forEachBlock([&](std::uint64_t, std::span<const std::uint64_t> block) {
            context.checkCancelled();
            constexpr std::size_t kAhead = 24;
            for (std::size_t i = 0; i < block.size(); ++i) {
                if (i + kAhead < block.size()) seen.prefetch(block[i + kAhead]);
                if (parts > 1 && block[i] >> shift != part) continue;
                if (seen.insert(block[i])) continue;
                ++settled.repeated;
                if (!wanted) wanted = block[i];
            }
        });
    }
    if (wanted) findExample(settled, *wanted);
}

void IdLedger::findExample(Settled& settled, std::uint64_t wanted) {
    std::optional<std::uint64_t> first;
    forEachBlock([&](std::uint64_t row, std::span<const std::uint64_t> block) {
        for (std::size_t i = 0; i < block.size() && !settled.example; ++i) {
            if (block[i] != wanted) continue;
            if (first)
                settled.example = {*first, row + i};
            else
                first = row + i;
        }
    });
}

}  // namespace reckoner
