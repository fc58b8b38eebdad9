// How a run treats the groups of its protected columns, at any threshold.
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
#include "core/metrics/fairness.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/segment_board.h"

namespace reckoner {

// Fewer scored samples are listed and in no gap.
inline constexpr std::uint64_t kFewestInGroup = 30;

// What the threshold does not change.
struct FairGroup {
    Grouping::Key key;
    std::uint64_t rows = 0;  // of the cohort, also those without a label or a score
    std::uint64_t n = 0;     // scored
    std::uint64_t positives = 0;
    // Calibration: what the scores promise and what happened, by weight; n/a when scores are no
    // probabilities.
    Value predicted;
    Value happened;
    Value calibrationGap;                         // predicted - happened
    std::optional<Interval> calibrationInterval;  // 95 %, normal, of the mean of score - truth
    Value ece10;
    bool small() const { return n < kFewestInGroup; }
};

// The groups of one column, or of the cross of several; also those that are small or have no scored sample.
struct FairSet {
    std::vector<std::string> columns;
    Grouping grouping;
    std::vector<FairGroup> groups;  // by code
};

struct FairReading {
    OperatingPoint point;
    double threshold = 0;        // countedFrom(point)
    std::vector<Tally> tallies;  // beside FairSet::groups, counted from there
    // Cost a decision, as production is mixed, of tiers with their reviews (part_costs.h); n/a without
    // samples.
    std::vector<Value> moneyEach;
    Fairness figures;  // groups under kFewestInGroup left out and listed
    Tally whole;
};

// Columns whose names say that they tell who somebody is: age, sex, origin, ... In the table's order; a
// proposal, nothing more. Of "age" and "age_band" the one that holds categories.
std::vector<std::string> likelyProtected(const EvalTable& table);

// Immutable, shared between threads.
class FairnessBoard {
 public:
    // Throws Error{BadInput} for a column that makes no groups. One sort, and a few passes a set.
    static std::shared_ptr<const FairnessBoard> build(RunAnalysisPtr run, std::vector<SegmentSet> sets,
                                                      const TaskContext& context = {});

    const RunAnalysisPtr& run() const { return run_; }
    const std::vector<SegmentSet>& chosen() const { return chosen_; }
    const std::vector<FairSet>& sets() const { return sets_; }
    // Precondition: the point is not NaN. O((groups + 1,024) x cut-offs).
    FairReading at(const OperatingPoint& point, std::size_t set) const;

 private:
    RunAnalysisPtr run_;
    std::vector<SegmentSet> chosen_;
    std::shared_ptr<const SegmentSweep> sweep_;
    std::vector<FairSet> sets_;
};
using FairnessBoardPtr = std::shared_ptr<const FairnessBoard>;

// Beside the groups: 95 % of the cost a decision at the point, normal, of a ratio of means where there
// are weights. Nothing for groups under 2 samples or without any spread. Loads the amount columns.
// O(samples).
std::vector<std::optional<Interval>> groupMoneyIntervals(const RunAnalysis& run, const Grouping& grouping,
                                                         const OperatingPoint& point,
                                                         const TaskContext& context = {});

}  // namespace reckoner
