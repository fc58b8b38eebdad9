// How well scores rank within each segment, and in the rest: what no threshold changes.
#pragma once

#include <optional>
#include <vector>

#include "core/base/task_context.h"
#include "core/metrics/segment_board.h"

namespace reckoner {

// ROC AUC as an entry beside those of metricList(): it is read from a ranking, never from a tally (value() is
// NotComparable).
const MetricEntry& rocAucMetric();

struct SegmentAuc {
    Value auc;
    std::optional<Interval> interval;  // DeLong, clipped to [0, 1]; nothing with weights or one class
    Value rest;                        // of all other samples; n/a where that would take too long
    Value difference;                  // auc - rest
    std::optional<Interval> differenceInterval;  // 95 %, of different samples
    Value pValue;                                // two-sided, z of the two DeLong errors
};

struct SegmentRanking {
    Value whole;
    std::vector<SegmentAuc> segments;  // beside SegmentBoard::segments()
};

// The rest is ranked anew for each segment with kFewestTrials of both classes, while samples x segments stay
// under 10^8. Throws Error{Cancelled}. O(samples x segments).
SegmentRanking segmentRanking(const SegmentBoard& board, const TaskContext& context = {});

// The board's table about ROC AUC: as SegmentBoard::at() with that metric.
BoardReading readRanking(const SegmentBoard& board, const SegmentRanking& ranking, double threshold);

}  // namespace reckoner
