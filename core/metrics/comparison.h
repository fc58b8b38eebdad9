// Two runs side by side: every figure of both, what they differ by, and whether that is more than chance.
// Sources: METRICS.md, "Uncertainty"; the reference is scikit-learn and R pROC.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/cost/cost_model.h"
#include "core/cost/tier_plan.h"
#include "core/data/sample_facts.h"
#include "core/metrics/auc_difference.h"
#include "core/metrics/flips.h"
#include "core/metrics/mcnemar.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/paired_bootstrap.h"
#include "core/metrics/paired_rows.h"
#include "core/metrics/quick_bootstrap.h"
#include "core/metrics/ranking.h"
#include "core/metrics/segment_difference.h"
#include "core/metrics/sweep.h"

namespace reckoner {

struct ComparisonRequest {
    EvalTablePtr first;
    EvalTablePtr second;
    SampleAlignment alignment;              // of the first run's rows
    std::string where;                      // cohort expression over the first run's columns; empty: all
    std::string positive;                   // empty: the first run's own
    std::optional<double> firstThreshold;   // nothing: its own starting threshold
    std::optional<double> secondThreshold;  // nothing: its own starting threshold
    // A run that decides in tiers: its money is theirs, reviews included; it is counted from where they act.
    std::optional<TierPlan> firstTiers = {};
    std::optional<TierPlan> secondTiers = {};
    std::optional<CostModel> costs;          // nothing: counted in false alarms
    std::vector<std::string> by;             // segment columns of the first run; several make their cross
    std::uint32_t replicates = kReplicates;  // 0: no bootstrap
    // From kQuickFrom samples the quick bootstrap serves; sampleBySample asks for the plain one whatever it
    // takes.
    bool sampleBySample = false;
    FigureSink sink = {};  // of the quick one
    std::shared_ptr<const SampleFacts> facts = {};
};

// One run, over the samples compared.
struct ComparedRun {
    EvalTablePtr table;
    ScoredRows rows;
    std::shared_ptr<const ThresholdSweep> sweep;
    double threshold = 0;  // of tiers the one they are counted from
    std::optional<TierPlan> tiers = {};
    Tally tally;
    RankingNumbers ranking;
    ProbabilityNumbers probability;
    Value cost;  // total, of tiers with their reviews

    // By JSON key: those of figureNames().
    Value figure(const std::string& id) const;
};

enum class Verdict { Better, Worse, NoDifferenceSeen, NotComparable };

// second - first.
struct Difference {
    Value value;
    std::optional<Interval> interval;  // 95 %
    std::optional<double> z;           // of first - second
    std::optional<double> p;
    // A difference is called one only where its interval excludes zero and one direction is the better.
    Verdict verdict = Verdict::NotComparable;
};

struct Comparison {
    ComparedRun first;
    ComparedRun second;
    bool paired = true;  // false: no sample in common, each run over its own samples
    std::uint64_t both = 0;
    std::uint64_t onlyFirst = 0;
    std::uint64_t onlySecond = 0;
    std::uint64_t conflicting = 0;
    std::uint64_t unscored = 0;
    std::vector<std::pair<std::string, Difference>> differences;  // in the order of figureNames()
    Flips flips;                                                  // without weights
    McNemar decisions;
    std::vector<SegmentDifference> segments;
    std::optional<BootstrapIntervals> bootstrap;

    const Difference* difference(const std::string& id) const;
};

// By whether the interval excludes zero, and which side of it is better.
Verdict verdictOf(const Difference& difference, Direction direction);

// Which direction of a figure is the better one.
Direction directionOf(const std::string& figure);

// Throws Error{BadInput}: an unknown column, a class the second run does not know, a bad expression.
// O(n log n) and the bootstrap.
Comparison compareRuns(const ComparisonRequest& request, Executor* executor = nullptr,
                       const TaskContext& context = {});

// What compareRuns() without replicates left out. request: that of the comparison, with replicates.
void addBootstrap(Comparison& comparison, const ComparisonRequest& request, Executor* executor = nullptr,
                  const TaskContext& context = {});

}  // namespace reckoner
