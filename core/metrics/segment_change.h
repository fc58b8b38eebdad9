// What became of each segment since another run: the same metric at the same threshold.
#pragma once

#include <optional>
#include <vector>

#include "core/metrics/segment_board.h"

namespace reckoner {

struct SegmentChange {
    Value before;
    Value difference;                  // now - before
    std::optional<Interval> interval;  // 95 %, Newcombe, as of different samples: never too narrow
    Value pValue;                      // two-proportion z test, likewise
    Value qValue;                      // Benjamini-Hochberg over the segments both boards have
    // Beyond noise, and in which direction; TooFew: fewer than kFewestTrials on either side.
    Standing standing = Standing::Same;
};

// Beside board.segments(); segments the other board has not are n/a. Preconditions: both readings are of the
// same metric, a proportion. Samples that both runs share make these tests careful, never rash.
std::vector<SegmentChange> segmentChanges(const SegmentBoard& board, const BoardReading& reading,
                                          const SegmentBoard& before, const BoardReading& readingBefore);

// The segment that got worse most, beyond noise; nothing: none did.
std::optional<std::size_t> worstChange(const std::vector<SegmentChange>& changes, const MetricEntry& metric);

}  // namespace reckoner
