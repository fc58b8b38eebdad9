// Cases for the deep-dive out of the ready-made picks of core/review/picks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/case_list.h"
#include "ui/session/review_session.h"

namespace reckoner {

// Of the whole run (or cohort) on the screen at its operating point. Nothing while no run is loaded.
std::optional<CaseQuery> pickQuery(ReviewSession& session, Pick pick);
// Sample ids of the first cases of the pick. Off the UI thread.
std::vector<std::string> firstCases(const CaseQuery& query, std::size_t most, const TaskContext& context);

}  // namespace reckoner
