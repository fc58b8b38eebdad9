// The filters of the Errors page as ReviewState keeps them: the matrix cell, and the chips beside it.
#pragma once

#include <optional>
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

// What was filtered by, before another page opened the cases behind one of its figures.
inline constexpr std::string_view kFormerOption = "errors.former";

struct CaseFilters {
    std::string cell;
    std::vector<std::string> chips;
    bool empty() const { return cell.empty() && chips.empty(); }
    bool operator==(const CaseFilters&) const = default;
};
CaseFilters caseFilters(const ReviewState& state);
void setCaseFilters(ReviewState& state, const CaseFilters& filters);
// Another page's filters in the place of those in force, which are remembered: none is dropped unseen.
void replaceCaseFilters(ReviewState& state, const CaseFilters& filters);
// Those that gave way, while what took their place stands untouched; else nothing.
std::optional<CaseFilters> formerFilters(const ReviewState& state);

}  // namespace reckoner
