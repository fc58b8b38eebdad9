// The credit demo's policies: who set which threshold when and why, all of it made up, with the true figures
// of the runs.
#pragma once

#include <memory>

#include "core/base/task_context.h"
#include "core/import/demo_calendar.h"
#include "core/store/store.h"

namespace reckoner {

// Adopts them in the order of their dates. One review is two days late. Precondition: runs and costs are in
// the store.
void addDemoPolicies(const std::shared_ptr<Store>& store, const DemoCalendar& calendar,
                     const TaskContext& context = {});

}  // namespace reckoner
