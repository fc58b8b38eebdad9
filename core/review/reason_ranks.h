// The reasons of a run's mistakes, the dearest first: what a meeting talks about when it asks what to do
// next.
#pragma once

#include <memory>
#include <vector>

#include "core/metrics/run_analysis.h"
#include "core/review/reasons.h"
#include "core/store/store.h"

namespace reckoner {

// Of the notes on samples of this run. Costs as one class against the rest is decided at `threshold`; samples
// decided rightly cost nothing, and of several classes only what the notes say is known. Dearest first, then
// most samples; notes without a tag are left out.
std::vector<ErrorReason> rankedReasons(const std::shared_ptr<Store>& store, const RunAnalysisPtr& run,
                                       double threshold, std::int64_t model, const TaskContext& context = {});

// In the order somebody gave before, then those that are new, as they come. Reasons that are gone go.
std::vector<ErrorReason> inGivenOrder(std::vector<ErrorReason> reasons,
                                      const std::vector<std::string>& given);

}  // namespace reckoner
