// The coverage of a run's columns together with what their segments can support.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/metrics/coverage.h"
#include "core/metrics/segment_board.h"

namespace reckoner {

inline constexpr double kCoarseDifference = 0.2;

// Whether a segment can support a claim about a metric: trialsNeeded() against its own rest.
struct SegmentClaim {
    double trials = 0;                    // of the metric, with weights their effective number
    std::optional<std::uint64_t> needed;  // trials; nothing: no number would do, the rest is too small
    std::optional<std::uint64_t> more;    // samples of the segment still to come, mixed as now; 0: enough
    std::optional<double> tells;  // the smallest difference it can tell; nothing: none below 50 points
    bool alone = false;           // there is no rest to compare with
    bool thin() const { return !alone && (!more || *more > 0); }
    // Not even kCoarseDifference: nothing worth saying can be said of it.
    bool silent() const { return !alone && (trials < kFewestTrials || !tells || *tells > kCoarseDifference); }
};
// Beside board.segments(). Precondition: the reading is of the board, its metric is a proportion.
std::vector<SegmentClaim> segmentClaims(const SegmentBoard& board, const BoardReading& reading);

// Counts of a column of numbers in equal bars from its lowest to its highest, the last holding the highest.
struct NumberBars {
    double lo = 0;
    double hi = 0;
    std::vector<std::uint64_t> counts;
};

struct CoverageRequest {
    RunAnalysisPtr run;
    std::vector<GroupColumn> columns;
    EvalTablePtr other;     // null: compared with nothing
    std::string otherName;  // "v1 · W27"
};

// Immutable, shared between threads.
class CoverageBoard {
 public:
    // The cohort of the run is counted; of the other run too, where its columns allow it. Throws
    // Error{BadInput} for a column that makes no groups.
    static std::shared_ptr<const CoverageBoard> build(CoverageRequest request,
                                                      const TaskContext& context = {});

    const CoverageRequest& request() const { return request_; }
    const std::vector<ColumnCoverage>& columns() const { return columns_; }
    // Of each column by itself, in the order of columns().
    const SegmentBoardPtr& segments() const { return segments_; }
    // Beside columns(); nothing of those that hold no numbers. Of all rows of the run.
    const std::vector<std::optional<NumberBars>>& bars() const { return bars_; }
    // The segment of a value of a column; nothing where it has no scored sample.
    std::optional<std::size_t> segmentOf(std::size_t column, const std::optional<std::string>& value) const;

 private:
    CoverageRequest request_;
    std::vector<ColumnCoverage> columns_;
    SegmentBoardPtr segments_;
    std::vector<std::optional<NumberBars>> bars_;
};
using CoverageBoardPtr = std::shared_ptr<const CoverageBoard>;

}  // namespace reckoner
