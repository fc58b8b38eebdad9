// The credit demo's requirements and the stages of its versions: who asked for what and why, all of it made
// up; what the runs say to them is true.
#pragma once

#include <memory>

#include "core/import/demo_calendar.h"
#include "core/store/store.h"

namespace reckoner {

// With the demo's own dates, so that every store has the same. Among them are some that the versions meet,
// some they fail, some that lean, and one that is waived. Precondition: runs and policies are in the store.
void addDemoRequirements(const std::shared_ptr<Store>& store, const DemoCalendar& calendar);

}  // namespace reckoner
