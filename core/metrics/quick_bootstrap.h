// The bootstrap for runs of a million samples: the same intervals as drawing samples, in the time of reading
// them a few times.
#pragma once

#include <functional>
#include <string>

#include "core/metrics/bootstrap.h"

namespace reckoner {

// From here on the quick ones stand for bootstrap(), pairedBootstrap() and independentBootstrap() where
// nothing else is asked.
inline constexpr std::size_t kQuickFrom = 10'000;

// Called as soon as a figure is known, on the calling thread: those of the decisions first, then cost and
// losses, then those of the ranking and the calibration.
using FigureSink = std::function<void(const std::string& figure, const Interval& interval)>;

// Keys, quantiles, seed, replicates and dropped ones as their namesakes; how each figure is drawn is told at
// quickReplicates(). Samples with one class give no intervals. Throw Error{Cancelled}; report progress.

// Of second - first: sample i of both requests is the same one. Seed and replicates are the first request's.
BootstrapIntervals quickPairedBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                        Executor* executor = nullptr, const TaskContext& context = {},
                                        const FigureSink& sink = {});
// Of second - first on different samples: each run draws its own.
BootstrapIntervals quickIndependentBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                             Executor* executor = nullptr, const TaskContext& context = {},
                                             const FigureSink& sink = {});
// Of one run.
BootstrapIntervals quickBootstrap(const BootstrapRequest& request, Executor* executor = nullptr,
                                  const TaskContext& context = {}, const FigureSink& sink = {});
// Of one run: quick from kQuickFrom, else sample by sample.
BootstrapIntervals usualBootstrap(const BootstrapRequest& request, Executor* executor = nullptr,
                                  const TaskContext& context = {});

}  // namespace reckoner
