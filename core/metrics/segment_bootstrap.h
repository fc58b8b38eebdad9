// Bootstrap intervals of the table of segments: of every metric that has no formula of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/task_context.h"
#include "core/metrics/bootstrap.h"
#include "core/metrics/segment_board.h"

namespace reckoner {

class Executor;

// Whether METRICS.md gives the metric its intervals by resampling: everything but shares, and the AUC only
// where samples have weights.
bool needsBootstrap(const MetricEntry& metric, const SegmentBoard& board);

struct SegmentInterval {
    std::optional<Interval> value;  // 95 %, percentile; nothing: fewer than two replicates define it
    Value difference;               // segment minus rest; n/a as in the reading
    std::optional<Interval> differenceInterval;  // of independent replicates of the segment and of the rest
    Value pValue;               // z of the difference over its bootstrap error; of a ranking only, else n/a
    std::uint32_t dropped = 0;  // replicates of the segment with one class: in no interval
};

// Of one reading of one board. A segment's interval is that of a bootstrap of its samples alone, not
// stratified, always drawn from the same seed: whoever asks, in whatever order, on any number of threads,
// gets the same figures. Not thread-safe itself: one caller at a time.
class SegmentBootstrap {
 public:
    SegmentBootstrap(SegmentBoardPtr board, BoardReading reading, std::uint32_t replicates = kReplicates,
                     std::uint64_t seed = kBootstrapSeed);
    ~SegmentBootstrap();

    // Beside `segments`. Metrics of the counts: O(replicates) a segment whatever its size, with weights
    // O(replicates x distinct weights); others O(replicates x samples of the run), parts from kQuickFrom on
    // as quickReplicates() says; of the segment alone where all together would be more than kMostDraws.
    // Throws Error{Cancelled}.
    std::vector<SegmentInterval> of(std::span<const std::size_t> segments, Executor* executor = nullptr,
                                    const TaskContext& context = {});
    // How many segments are worth a step of work, so that the first intervals are soon there.
    std::size_t step() const;

    static constexpr double kMostDraws = 2e10;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Puts what is known into a reading of the same board, metric and threshold. intervals: beside its segments,
// nothing: not there yet. Once all are there, q-values and standing rest on them.
void applyIntervals(BoardReading& reading, const SegmentBoard& board,
                    const std::vector<std::optional<SegmentInterval>>& intervals);

// usualBootstrap() of each group of the analysis by itself, beside its grouping: every figure, also the cost,
// of tiers with their reviews.
// The same for every executor. Throws Error{Cancelled}; reports progress.
std::vector<BootstrapIntervals> groupBootstraps(const RunAnalysis& analysis, const OperatingPoint& point,
                                                std::uint32_t replicates, Executor* executor = nullptr,
                                                const TaskContext& context = {});

}  // namespace reckoner
