// Thresholds of their own for each group that make a rate the same for all, and what that costs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/operating_point.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {

// EqualizedOdds: Tpr and Fpr at once.
enum class FairMeasure { SelectionRate, Tpr, Fpr, Precision, EqualizedOdds };
// Its entry of metricList(): "selection_rate", "recall", "fpr", "precision"; of EqualizedOdds "recall", with
// "fpr" as the second.
const MetricEntry& metricOf(FairMeasure measure);
const MetricEntry* secondMetricOf(FairMeasure measure);  // nullptr: there is none
// "selection_rate", ..., "equalized_odds": how it is kept.
std::string_view measureId(FairMeasure measure);

struct FairThreshold {
    double threshold = 0;  // +infinity: nobody of the group is flagged
    Value rate;            // of the measure, there
    Value second;          // of EqualizedOdds the false positive rate, there
    double cost = 0;       // total, there
    bool left = false;     // too small, or the rate is defined nowhere: keeps what is in force
};

struct FairThresholds {
    std::vector<FairThreshold> groups;  // beside the groups; without samples: left
    double cost = 0;                    // of all groups together
    double costNow = 0;                 // at the point in force for all, of tiers with their reviews
    double gap = 0;                     // highest - lowest rate that is left; of two rates the larger gap
    std::uint32_t equalised = 0;        // groups that take part
};

// The cheapest thresholds whose rates lie within `tolerance` of each other, exactly: each group's candidates
// are +infinity and every score of its own. Ties: the lowest rates, then the highest threshold. Groups under
// `minimum` scored samples are left. Nothing when no thresholds bring the rates that close, or fewer than two
// groups take part. O(samples log samples); of EqualizedOdds O(samples x samples x tolerance) at worst,
// though windows that cannot be cheaper are passed over, which leaves a few. Precondition: the point is
// not NaN, tolerance >= 0.
std::optional<FairThresholds> fairThresholds(const RunAnalysis& run, const Grouping& grouping,
                                             FairMeasure measure, double tolerance,
                                             const OperatingPoint& point, std::uint64_t minimum,
                                             const TaskContext& context = {});

}  // namespace reckoner
