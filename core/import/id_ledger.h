// The ids of a run: how many stand twice, and the eval set's fingerprint.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/task_context.h"
#include "core/import/staging_file.h"

namespace reckoner {

std::uint64_t idHash(std::string_view id);

class IdLedger {
 public:
    // folder, storeName: for a temporary file of hashes, which lives as long as this.
    // keptPages: how many pages of 8 KiB stay in memory.
    IdLedger(const std::filesystem::path& folder, const std::string& storeName,
             std::size_t keptPages = 8 * 1024)
        : spilled_(folder, storeName), keptPages_(keptPages) {}

    // Beside each other: the hashes of the ids, and of the labels (any fixed number for no label).
    void add(std::span<const std::uint64_t> idHashes, std::span<const std::uint64_t> labelHashes);

    struct Settled {
        std::uint64_t repeated = 0;  // rows whose id stood before
        // The first repeated id: the rows (from 0) where it stands first and second.
        std::optional<std::pair<std::uint64_t, std::uint64_t>> example;
        std::string fingerprint;  // does not depend on the order of rows
    };
    // ids: the text chunks in `staging` of the ids whose hashes were added; read only when one is repeated.
    // O(n) and at most 64 MiB of memory however many rows, beside the pages that are kept.
    Settled settle(StagingFile& staging, std::span<const StagedChunk> ids, const TaskContext& context);

 private:
    // Hashes whose top bits agree, in file order: those in full pages, then the rest. A
    // bucket of a usual run is looked through inside the processor's cache.
    struct Bucket {
        std::vector<std::uint32_t> pages;
        std::vector<std::uint64_t> rest;
    };
    static constexpr int kBucketBits = 8;

    void put(std::uint64_t hash);
    void countRepeated(Bucket& bucket, class HashSet& seen, Settled& settled,
                       std::vector<std::uint64_t>& examples);
    template <class F>
    void forEachPage(const Bucket& bucket, F&& f);

    StagingFile spilled_;
    std::size_t keptPages_;
    std::vector<std::vector<std::uint64_t>> kept_;  // the first pages, which stay in memory
    std::uint32_t pages_ = 0;
    std::array<Bucket, 1U << kBucketBits> buckets_;
    std::uint64_t rows_ = 0;
    std::uint64_t sumLow_ = 0;
    std::uint64_t sumHigh_ = 0;
};

}  // namespace reckoner
