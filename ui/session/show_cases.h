// From any page to the cases behind a figure: the Errors page with these filters on its chips.
#pragma once

#include <string>
#include <vector>

#include "ui/session/review_session.h"

namespace reckoner {

// outcome: what is chosen in the matrix ("outcome = missed"); empty: all. Filters that were in force there
// give way, and the page says which. One step of Back, together with what was applied under the same drag
// number.
void showCases(ReviewSession& session, const std::vector<std::string>& filters,
               const std::string& outcome = {}, std::uint64_t drag = 0);

}  // namespace reckoner
