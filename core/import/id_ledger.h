// The ids of a run: their hashes in file order, how many stand twice, and the eval set's fingerprint.
#pragma once

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
    // folder, storeName: for the second temporary file, whose hashes end in the staging file.
    IdLedger(const std::filesystem::path& folder, const std::string& storeName)
        : hashes_(folder, storeName) {}

    // Beside each other: the hashes of the ids, and of the labels (any fixed number for no label).
    void add(std::span<const std::uint64_t> idHashes, std::span<const std::uint64_t> labelHashes);

    struct Settled {
        std::uint64_t hashesOffset = 0;  // in `staging`
        std::uint64_t repeated = 0;      // rows whose id stood before
        // One repeated id: the rows (from 0) where it stands first and second.
        std::optional<std::pair<std::uint64_t, std::uint64_t>> example;
        std::string fingerprint;  // does not depend on the order of rows
    };
    // Copies the hashes to the staging file and counts repeated ones, a part of the hash space at a time:
    // O(n) and at most 64 MiB of memory however many rows.
    Settled settle(StagingFile& staging, const TaskContext& context);

 private:
    void countRepeated(Settled& settled, const TaskContext& context);
    void findExample(Settled& settled, std::uint64_t wanted);
    template <class F>
    void forEachBlock(F&& f);

    StagingFile hashes_;
    std::uint64_t rows_ = 0;
    std::uint64_t sumLow_ = 0;
    std::uint64_t sumHigh_ = 0;
};

}  // namespace reckoner
