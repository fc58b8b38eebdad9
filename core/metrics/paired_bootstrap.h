// Bootstrap intervals of what two runs differ by.
#pragma once

#include "core/metrics/bootstrap.h"

namespace reckoner {

// Of second - first on the same samples: each replicate draws samples, both runs are judged on the same draw.
// Sample i of both requests is the same one (PairedRows). Seed and replicates are the first request's.
// Keys, quantiles and dropped replicates as bootstrap(). O(replicates x samples). Throws Error{Cancelled}.
BootstrapIntervals pairedBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                   Executor* executor = nullptr, const TaskContext& context = {});

// Of second - first on different samples: each run draws its own.
BootstrapIntervals independentBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                        Executor* executor = nullptr, const TaskContext& context = {});

}  // namespace reckoner
