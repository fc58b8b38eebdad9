// Which row of one run is the same sample as which row of another.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/base/task_context.h"
#include "core/data/eval_table.h"

namespace reckoner {

struct SampleAlignment {
    static constexpr RowIndex kNone = std::numeric_limits<RowIndex>::max();

    std::vector<RowIndex> rows;  // by row of the first run; empty: row for row the same samples
    RowIndex operator()(RowIndex row) const { return rows.empty() ? row : rows[row]; }

    // Of two runs on one eval set, by the numbers of its samples. O(rows).
    static SampleAlignment byOrdinal(const std::vector<std::uint32_t>& first,
                                     const std::vector<std::uint32_t>& second);
    // By sample id, the n-th occurrence of an id with the n-th. O(n log n); reads every id. Without an id
    // column in either run nothing is joined. Throws Error{Cancelled}.
    static SampleAlignment byId(const EvalTable& first, const EvalTable& second,
                                const TaskContext& context = {});
};

}  // namespace reckoner
