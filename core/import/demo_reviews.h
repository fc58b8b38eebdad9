// The demo's reviews, decisions, actions, experiments and briefs: illustrative, by role, no person's.
#pragma once

#include <filesystem>
#include <memory>

#include "core/import/demo_calendar.h"
#include "core/store/store.h"

namespace reckoner {

// Every reviews.json below `demo`. Precondition: its models are in the store. Throws Error{BadInput} naming
// the file.
void addDemoReviews(const std::shared_ptr<Store>& store, const std::filesystem::path& demo,
                    const DemoCalendar& calendar);

}  // namespace reckoner
