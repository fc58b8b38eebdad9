// The filters of the Errors page as ReviewState keeps them: the matrix cell, and the chips beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/session/review_state.h"

namespace reckoner {

// Filter expression of the chosen matrix cell; absent: all. "outcome = missed", "label = 'M'", ...
inline constexpr std::string_view kCellOption = "errors.cell";
// JSON array of further filter expressions, all joined by "and".
inline constexpr std::string_view kChipsOption = "errors.filters";

std::string cellFilter(const ReviewState& state);  // empty: none is chosen
std::vector<std::string> chipFilters(const ReviewState& state);
void setChipFilters(ReviewState& state, const std::vector<std::string>& filters);

}  // namespace reckoner
