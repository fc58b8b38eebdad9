#define XXH_INLINE_ALL
#include "core/import/id_ledger.h"

#include <algorithm>
#include <bit>
#include <unordered_map>
#include <utility>

#include <xxhash.h>

#include "core/import/content_hash.h"

namespace reckoner {

namespace {

constexpr std::size_t kPageHashes = 1024;
constexpr std::uint64_t kPartRows = 2 * 1024 * 1024;  // at most looked through at a time: a table of 32 MiB

}  // namespace

// Open addressing; zero marks a free slot and is kept apart.
class HashSet {
 public:
    // Empties the set and makes room.
    void reset(std::size_t expected) {
        table_.assign(std::bit_ceil(expected * 3 / 2 + 2), 0);
        size_ = 0;
        hasZero_ = false;
    }

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

std::uint64_t idHash(std::string_view id) {
    return XXH3_64bits(id.data(), id.size());
}

void IdLedger::put(std::uint64_t hash) {
    Bucket& bucket = buckets_[hash >> (64 - kBucketBits)];
    bucket.rest.push_back(hash);
    if (bucket.rest.size() < kPageHashes) return;
    bucket.pages.push_back(pages_++);
    if (kept_.size() < keptPages_) {
        kept_.push_back(std::exchange(bucket.rest, {}));
        bucket.rest.reserve(kPageHashes);
        return;
    }
    spilled_.append(std::as_bytes(std::span(bucket.rest)));
    bucket.rest.clear();
}

void IdLedger::add(std::span<const std::uint64_t> idHashes, std::span<const std::uint64_t> labelHashes) {
    rows_ += idHashes.size();
    for (std::size_t i = 0; i < idHashes.size(); ++i) {
        put(idHashes[i]);
        const std::uint64_t pair[2] = {idHashes[i], labelHashes[i]};
        const XXH128_hash_t hash = XXH3_128bits(pair, sizeof pair);
        sumLow_ += hash.low64;
        sumHigh_ += hash.high64;
    }
}

template <class F>
void IdLedger::forEachPage(const Bucket& bucket, F&& f) {
    std::array<std::uint64_t, kPageHashes> hashes;
    for (const std::uint32_t page : bucket.pages) {
        if (page < kept_.size()) {
            f(std::span<const std::uint64_t>(kept_[page]));
            continue;
        }
        spilled_.read((page - kept_.size()) * sizeof hashes, std::as_writable_bytes(std::span(hashes)));
        f(std::span<const std::uint64_t>(hashes));
    }
    f(std::span<const std::uint64_t>(bucket.rest));
}

// A part is the hashes whose bits below the bucket's agree; each is looked through by itself.
void IdLedger::countRepeated(Bucket& bucket, HashSet& seen, Settled& settled,
                             std::vector<std::uint64_t>& examples) {
    const std::uint64_t rows = bucket.pages.size() * kPageHashes + bucket.rest.size();
    const std::uint64_t parts = std::bit_ceil(std::max<std::uint64_t>((rows + kPartRows - 1) / kPartRows, 1));
    const int shift = 64 - kBucketBits - std::countr_zero(parts);
    for (std::uint64_t part = 0; part < parts; ++part) {
        seen.reset(static_cast<std::size_t>(std::min(rows, kPartRows)));
        bool noted = false;
        forEachPage(bucket, [&](std::span<const std::uint64_t> hashes) {
            for (const std::uint64_t hash : hashes) {
                if (parts > 1 && (hash >> shift & (parts - 1)) != part) continue;
                if (seen.insert(hash)) continue;
                ++settled.repeated;
                if (!std::exchange(noted, true)) examples.push_back(hash);
            }
        });
    }
}

namespace {

// The first row whose id is one of these hashes for the second time.
std::optional<std::pair<std::uint64_t, std::uint64_t>> firstRepeated(StagingFile& staging,
                                                                     std::span<const StagedChunk> ids,
                                                                     std::span<const std::uint64_t> hashes,
                                                                     const TaskContext& context) {
    std::unordered_map<std::uint64_t, std::optional<std::uint64_t>> firstRow;
    for (const std::uint64_t hash : hashes)
        firstRow.emplace(hash, std::nullopt);
    for (const StagedChunk& chunk : ids) {
        context.checkCancelled();
        const DecodedTexts texts = decodeTexts(staging.read(chunk), "the ids");
        for (RowIndex i = 0; i < texts.rows(); ++i) {
            const auto found = firstRow.find(idHash(texts.at(i)));
            if (found == firstRow.end()) continue;
            const std::uint64_t row = std::uint64_t{chunk.head.firstRow} + i;
            if (found->second) return std::pair(*found->second, row);
            found->second = row;
        }
    }
    return std::nullopt;
}

}  // namespace

IdLedger::Settled IdLedger::settle(StagingFile& staging, std::span<const StagedChunk> ids,
                                   const TaskContext& context) {
    Settled settled;
    HashSet seen;
    std::vector<std::uint64_t> examples;
    for (Bucket& bucket : buckets_) {
        context.checkCancelled();
        countRepeated(bucket, seen, settled, examples);
    }
    if (!examples.empty()) settled.example = firstRepeated(staging, ids, examples, context);
    settled.fingerprint = hex128(sumHigh_ + rows_, sumLow_);
    return settled;
}

}  // namespace reckoner
