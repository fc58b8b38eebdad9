// Everything the threshold does not change, computed once for one run, cohort and cost model; what it does
// change is read from the sweep in microseconds.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/cost/cost_model.h"
#include "core/cost/optimum.h"
#include "core/data/filter.h"
#include "core/metrics/curve.h"
#include "core/metrics/ranking.h"
#include "core/metrics/sweep.h"

namespace reckoner {

struct AnalysisRequest {
    EvalTablePtr table;
    std::string where;     // cohort expression; empty: all
    std::string positive;  // empty: the run's own
    CostModel costs;
    std::vector<std::string> groupBy;               // columns of the grouping; empty: one group
    std::optional<double> threshold;                // for "outcome" in `where`
    std::shared_ptr<const SampleFacts> facts = {};  // for "note", "tag", "flip" in `where`
    // What costs.prevalence is of: all scored samples of the run, or those `where` picks.
    enum class PrevalenceOf { Run, Picked } prevalenceOf = PrevalenceOf::Run;
};

// Score histogram over the axis [lo, hi] in equal bars, (samples, without weights) by class.
struct ScoreHistogram {
    double lo = 0;
    double hi = 1;
    std::vector<std::uint64_t> positives;
    std::vector<std::uint64_t> negatives;
};

// Immutable, shared between threads.
struct RunAnalysis {
    AnalysisRequest request;
    ScoredRows rows;
    std::optional<Grouping> grouping;
    std::shared_ptr<const ThresholdSweep> sweep;
    BoundCost cost;
    RankingNumbers ranking;
    ProbabilityNumbers probability;
    std::optional<DeLong> aucInterval;
    std::optional<Optimum> best;  // nothing without samples
    std::vector<CurvePoint>
        curve;  // thinned to <= 2,000 points, corners and the optimum kept; for drawing only
    // The axis of every threshold chart: [0, 1] for probabilities, [0, 100] for percent, else the range of
    // scores.
    double axisLo = 0;
    double axisHi = 1;

    // Amount columns the sweep carries, in its order; those of the costs are among them.
    std::vector<std::string> measures{};
    // Weights of both classes over all scored samples of the run: what a prevalence of the run is told by.
    // Filled only where costs state one and `where` leaves some out.
    double runPositives = 0;
    double runNegatives = 0;

    // The score that flags as many as there are positives (by weight), for scores without a natural middle.
    double prevalenceThreshold = 0;

    // bars equal bars over the axis; the last bar also holds axisHi. O(bars).
    // Precondition: bars > 0.
    ScoreHistogram histogram(int bars) const;
    // Per period: total / n x volume; total itself when no volume is known.
    double perPeriod(double total) const;
    // Decisions a period: the cost model's volume, of which a cohort takes its share of the run's scored
    // samples, as production is mixed. 0: not known.
    double volume() const;
    // The samples by weight, as production is mixed.
    double weight() const;
    // The share of positives among the samples by weight, as in the run; 0 without samples.
    double prevalence() const;
    // Starting threshold: `policy` if given, the manifest's, 0.5 / 50 / 0 by score kind, else the score that
    // flags the prevalence share (METRICS.md).
    double startingThreshold(std::optional<double> policy) const;
};
using RunAnalysisPtr = std::shared_ptr<const RunAnalysis>;

// The same run under other costs: what they do not change is shared or copied. A second sort only where they
// need amounts the first did not. Throws Error{BadInput} (unknown amount column). O(n).
RunAnalysisPtr withCosts(const RunAnalysisPtr& run, const CostModel& costs,
                         AnalysisRequest::PrevalenceOf prevalenceOf = AnalysisRequest::PrevalenceOf::Run,
                         const TaskContext& context = {});

// Throws Error{BadInput} (unknown column, bad expression). O(n) and a sort.
RunAnalysisPtr analyse(const AnalysisRequest& request, const TaskContext& context = {});

}  // namespace reckoner
