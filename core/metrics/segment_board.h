// The table of segments: the values of several columns, each against the rest, at any threshold.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/operating_point.h"
#include "core/data/grouping.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/segment_sweep.h"

namespace reckoner {

// The groups of one column, or of the cross of two.
using SegmentSet = std::vector<GroupColumn>;

// Columns that say who or what a sample is: the segment columns, else categories, else numbers. At most
// `most`.
std::vector<std::string> usualSegmentColumns(const EvalTable& table, std::size_t most = 8);
// Every column segments can be made of: categories, numbers and dates; not ids, labels, scores, predictions.
std::vector<std::string> possibleSegmentColumns(const EvalTable& table);

// How a segment stands against the rest in one metric. Worse and Better: q below 0.05 and an interval of the
// difference without 0; where no direction is better, Worse is lower.
enum class Standing { Worse, Same, Better, TooFew };
inline constexpr double kSegmentLevel = 0.05;
inline constexpr double kFewestTrials = 30;

// What the threshold does not change.
struct BoardSegment {
    std::size_t set = 0;      // in SegmentBoard::sets()
    std::uint32_t group = 0;  // in its grouping
    std::vector<std::string> columns;
    Grouping::Key key;
    std::uint64_t n = 0;  // scored samples; segments without any are left out
    std::uint64_t positives = 0;
    SegmentSweep::Cheapest cheapest;
    std::vector<std::uint32_t> scores;  // kScoreBars bars over the axis of the run
};
inline constexpr std::size_t kScoreBars = 24;

// One segment at one operating point.
struct SegmentReading {
    Tally tally;      // counted from countedFrom(point), as the whole is
    double cost = 0;  // a period, of tiers with their reviews (part_costs.h): comparable with pointCost()
    Value value;      // of the metric asked for
    std::optional<Interval> interval;            // Wilson 95 %; of no proportion segment_bootstrap.h
    Value difference;                            // segment minus rest
    std::optional<Interval> differenceInterval;  // Newcombe 95 %; of no proportion segment_bootstrap.h
    Value pValue;  // two-proportion z test against the rest; of no proportion z of both delta-method errors
    Value qValue;  // Benjamini-Hochberg over the segments of the board
    Standing standing = Standing::Same;
};

struct BoardReading {
    OperatingPoint point;
    double threshold = 0;  // countedFrom(point)
    const MetricEntry* metric = nullptr;
    Tally whole;
    Value wholeValue;
    std::vector<SegmentReading> segments;  // beside SegmentBoard::segments()
};

// Immutable, shared between threads.
class SegmentBoard {
 public:
    // Throws Error{BadInput} for a column that makes no groups. One sort, and a pass over the samples a set.
    static std::shared_ptr<const SegmentBoard> build(RunAnalysisPtr run, std::vector<SegmentSet> sets,
                                                     const TaskContext& context = {});

    const RunAnalysisPtr& run() const { return run_; }
    const std::vector<SegmentSet>& sets() const { return sets_; }
    const std::vector<BoardSegment>& segments() const { return segments_; }
    // Metrics that are no proportion have no intervals yet and stand by their q-value alone: the intervals
    // are drawn off the UI thread (segment_bootstrap.h). Preconditions: the point is not NaN; the metric is
    // one of metricList(). O((segments + sets x 1,024) x cut-offs).
    BoardReading at(const OperatingPoint& point, const MetricEntry& metric) const;

    // What the segment would cost less a period at its own cheapest threshold, without any review: at least
    // 0. It is flattering: chosen on the samples it is counted on.
    double ownBestSaves(const BoardSegment& segment, const SegmentReading& now) const;

 private:
    RunAnalysisPtr run_;
    std::vector<SegmentSet> sets_;
    std::shared_ptr<const SegmentSweep> sweep_;
    std::vector<BoardSegment> segments_;
};
using SegmentBoardPtr = std::shared_ptr<const SegmentBoard>;

// The order of the table: worst beyond noise first (Standing, then the difference, the bad end first), ties
// in the order of the board. Indices of segments.
std::vector<std::size_t> worstBeyondNoise(const BoardReading& reading);

// How a reading stands, from its q-value and its difference; an interval that is there must leave 0 out. Of a
// proportion one must be there. trials: samples it rests on.
Standing standingOf(const SegmentReading& reading, const MetricEntry& metric, double trials);

// Samples a reading rests on: those a share is of, of other metrics those of the smaller class.
double readingTrials(const SegmentBoard& board, std::size_t segment, const SegmentReading& reading,
                     const MetricEntry& metric);

// Whether a higher value of the metric is the bad end.
bool higherIsWorse(const MetricEntry& metric);

}  // namespace reckoner
