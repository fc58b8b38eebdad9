// From any page to the cases behind a figure: the Errors page with these filters on its chips.
#pragma once

#include <string>
#include <vector>

#include "ui/session/review_session.h"

namespace reckoner {

// outcome: what is chosen in the matrix ("outcome = missed"); empty: all. Filters that were in force there
// give way. One step of Back.
void showCases(ReviewSession& session, const std::vector<std::string>& filters,
               const std::string& outcome = {});

}  // namespace reckoner
