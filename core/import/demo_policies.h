// The credit demo's policies: who set which threshold when and why, all of it made up, with the true figures
// of the runs.
#pragma once

#include <memory>

#include "core/base/task_context.h"
#include "core/store/store.h"

namespace reckoner {

// Adopts them in the order of their dates, which are the demo's own: every store has the same. One review is
// overdue since 2024. Precondition: runs and costs are in the store.
void addDemoPolicies(const std::shared_ptr<Store>& store, const TaskContext& context = {});

}  // namespace reckoner
