// Numbers over all thresholds. Sources: METRICS.md, "Binary, over all thresholds".
#pragma once

#include <optional>
#include <span>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/data/eval_table.h"
#include "core/metrics/sweep.h"

namespace reckoner {

struct RankingNumbers {
    Value rocAuc;            // ties one half; weighted when there are weights
    Value averagePrecision;  // step sum over distinct scores
    Value ks;                // max |TPR - FPR|
    double ksThreshold = 0;
};
// One pass of Sweep::scan: O(distinct scores).
RankingNumbers rankingNumbers(const Sweep& sweep, const TaskContext& context = {});

// 2 AUC - 1.
Value gini(const RankingNumbers& ranking);

// scikit-learn 1.2's clip of the log loss; older conventions use 1e-15.
inline constexpr double kLogLossClip = 2.220446049250313e-16;
// Natural logarithm, probabilities clipped to [clip, 1 - clip]; n/a as ProbabilityNumbers.
Value logLoss(const ScoredRows& rows, ScoreKind kind, double clip = kLogLossClip,
              const TaskContext& context = {});

struct ProbabilityNumbers {
    Value logLoss;
    Value brier;
    Value ece10;
    Value ece15;
};
// Scores as probabilities: percent / 100, logit through the sigmoid; margin and raw, or any score outside
// [0, 1], give n/a.
ProbabilityNumbers probabilityNumbers(const ScoredRows& rows, ScoreKind kind,
                                      const TaskContext& context = {});

// DeLong variance of the AUC with midranks, O(n log n) (Sun and Xu 2014).
struct DeLong {
    double auc = 0;
    double variance = 0;
    Interval ci95{0, 1};  // clipped to [0, 1]
};
// Nothing with fewer than two samples of either class (the variance needs them), or with weights (then only a
// bootstrap interval exists).
std::optional<DeLong> delong(const ScoredRows& rows, const TaskContext& context = {});
// The same from a sweep that is already there: one pass, no sort. weighted: whether the run has weights.
std::optional<DeLong> delong(const Sweep& sweep, bool weighted, const TaskContext& context = {});

}  // namespace reckoner
