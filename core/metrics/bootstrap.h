// Percentile bootstrap intervals of one run: for every figure that has no formula of its own.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/cost_model.h"
#include "core/data/eval_table.h"
#include "core/data/scored_rows.h"
#include "core/metrics/resampler.h"

namespace reckoner {

struct RunAnalysis;
struct OperatingPoint;

struct BootstrapRequest {
    const ScoredRows* rows = nullptr;
    ScoreKind kind = ScoreKind::Probability;
    double threshold = 0.5;
    const BoundCost* cost = nullptr;               // may be null
    std::vector<std::span<const double>> amounts;  // beside rows, in the measure order `cost` is bound to
    std::uint64_t seed = kBootstrapSeed;
    std::uint32_t replicates = kReplicates;
};

// Of an analysed run, which must outlive it; amounts is filled and must outlive it too.
BootstrapRequest bootstrapRequest(const RunAnalysis& analysis, double threshold,
                                  std::vector<std::vector<double>>& amounts, const TaskContext& context = {});

struct BootstrapIntervals {
    // 95 %, by JSON key: every metric of metricList(), roc_auc, average_precision, ks, log_loss, brier,
    // ece_10, ece_15, cost (the total). A figure defined in fewer than two
    // replicates has no entry.
    std::map<std::string, Interval> intervals;
    std::map<std::string, double> standardErrors;
    std::map<std::string, std::uint32_t> used;  // replicates in which the figure is defined
    std::uint64_t seed = 0;                     // to be shown
    std::uint32_t replicates = 0;               // asked for
    std::uint32_t dropped = 0;                  // replicates with one class: in no interval
};

// Not stratified. Quantiles by linear interpolation (R type 7). No intervals when the samples hold one class
// or none. The figures are the same for every executor.
BootstrapIntervals bootstrap(const BootstrapRequest& request, Executor* executor = nullptr,
                             const TaskContext& context = {});
// Figures are counted from countedFrom(point); "cost" is what the point costs, of tiers with their reviews.
BootstrapIntervals bootstrap(const RunAnalysis& analysis, const OperatingPoint& point,
                             std::uint32_t replicates = kReplicates, Executor* executor = nullptr,
                             const TaskContext& context = {});

}  // namespace reckoner
