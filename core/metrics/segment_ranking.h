// How good the scores are within each segment, and in the rest: what no threshold changes.
#pragma once

#include <optional>
#include <vector>

#include "core/base/task_context.h"
#include "core/metrics/segment_board.h"

namespace reckoner {

// Metrics of the scores as entries beside those of metricList(): they are read from a ranking, never from a
// tally (value() is NotComparable). roc_auc, average_precision, ks, brier, log_loss, ece_10.
const std::vector<const MetricEntry*>& scoreMetrics();
const MetricEntry& rocAucMetric();

struct SegmentScore {
    Value value;
    std::optional<Interval> interval;            // DeLong, clipped to [0, 1]; else segment_bootstrap.h
    Value difference;                            // segment minus rest; of roc_auc without weights, else later
    std::optional<Interval> differenceInterval;  // 95 %, of different samples
    Value pValue;                                // two-sided, z of the two DeLong errors
};

struct SegmentRanking {
    const MetricEntry* metric = nullptr;
    Value whole;
    std::vector<SegmentScore> segments;  // beside SegmentBoard::segments()
};

// The AUC of the rest is ranked anew for each segment with kFewestTrials of both classes, while samples x
// segments stay under 10^9. Throws Error{Cancelled}. Precondition: metric is one of scoreMetrics().
// O(samples x segments) for the AUC, else O(samples x sets).
SegmentRanking segmentRanking(const SegmentBoard& board, const MetricEntry& metric = rocAucMetric(),
                              const TaskContext& context = {});

// The board's table about a metric of the scores: as SegmentBoard::at() with that metric.
BoardReading readRanking(const SegmentBoard& board, const SegmentRanking& ranking,
                         const OperatingPoint& point);

}  // namespace reckoner
