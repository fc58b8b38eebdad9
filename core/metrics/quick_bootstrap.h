// The paired bootstrap for runs of a million samples: the same intervals as drawing samples, in the time of
// reading them once.
#pragma once

#include <functional>
#include <string>

#include "core/metrics/bootstrap.h"

namespace reckoner {

// From here on the quick one stands for pairedBootstrap() where nothing else is asked.
inline constexpr std::size_t kQuickFrom = 50'000;

// Called as soon as a figure is known, on the calling thread: those of the decisions first, then cost and
// losses, then the AUC.
using FigureSink = std::function<void(const std::string& figure, const Interval& interval)>;

// Of second - first, for every metric of metricList(), cost, log_loss, brier and roc_auc (average_precision,
// ks and ECE need the order of the samples: pairedBootstrap()).
// - Figures of the decisions: multinomial over the eight cells of label x first's x second's decision, the
//   same distribution as drawing sample by sample.
// - cost, log_loss, brier: sums of paired per-sample differences (BinnedDraws).
// - roc_auc: the paired differences of DeLong's components by class (BinnedDraws) around the exact
//   difference; what this leaves out of a replicate is of the order 1/n.
// Keys, quantiles, seed and replicates as pairedBootstrap(); the same figures for every executor. Samples
// with one class give no intervals. O(n log n + replicates x bins). Throws Error{Cancelled}; reports
// progress. Preconditions: rows without weights, sample i of both requests is the same one.
BootstrapIntervals quickPairedBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                        Executor* executor = nullptr, const TaskContext& context = {},
                                        const FigureSink& sink = {});

}  // namespace reckoner
