// The order of the table of segments.
#pragma once

#include <string>
#include <vector>

#include "core/metrics/segment_board.h"

namespace reckoner {

// sort: "" worst beyond noise, else a key of sortKey(), "-" before it: the highest first. Undefined figures
// come last. Ties stay in the order of the board. Indices of segments.
std::vector<std::size_t> segmentOrder(const SegmentBoard& board, const BoardReading& reading,
                                      const std::string& sort);

}  // namespace reckoner
