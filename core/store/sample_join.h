// Which sample of the eval set each row of a new run is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "core/base/task_context.h"
#include "core/store/column_chunk.h"

namespace reckoner {

// Ids by chunk, from the store or from a staging file. chunk(i) is read when asked for.
struct IdChunks {
    struct Extent {
        RowIndex firstRow;
        RowIndex rows;
    };
    std::vector<Extent> extents;
    std::function<EncodedChunk(std::size_t)> chunk;
    std::uint64_t rows() const {
        return extents.empty() ? 0 : std::uint64_t{extents.back().firstRow} + extents.back().rows;
    }
};

struct SampleJoin {
    // By row of the run; empty: row i is sample i. Ordinals from old.rows() on are new samples, in row order.
    std::vector<std::uint32_t> ordinals;
    std::uint64_t samplesAfter = 0;
};

// Pairs the n-th occurrence of an id with its n-th occurrence in the eval set, comparing the ids themselves.
// The same ids in the same order cost one pass; others are joined in partitions through files in `folder`,
// so memory is 4 bytes a row and one partition. Throws Error{BadInput} when the eval set would outgrow 32
// bits.
SampleJoin joinSamples(const IdChunks& old, const IdChunks& run, const std::filesystem::path& folder,
                       const TaskContext& context);

}  // namespace reckoner
