// What the panes of the Errors page share: keys of ReviewState::options.
#pragma once

#include <string>
#include <string_view>

#include "ui/session/chip_filters.h"
#include "ui/session/review_state.h"

namespace reckoner::errors {

inline constexpr std::string_view kCell = kCellOption;
inline constexpr std::string_view kFilters = kChipsOption;
// "expensive", "confident", "nearest", "new", "segment", "unnoted", "random"; empty: no pick.
inline constexpr std::string_view kPick = "errors.pick";
// "score", "-score", "-cost", "column:NAME", "-column:NAME", "row".
inline constexpr std::string_view kSort = "errors.sort";
// Sample id of the case on the card; "#2" behind it for its second occurrence in the run.
inline constexpr std::string_view kCase = "errors.case";
inline constexpr std::string_view kNormalise = "errors.normalise";  // "row", "column", "all", "money", ...
inline constexpr std::string_view kOrder = "errors.order";          // "given", "error", "confusion", ...
inline constexpr std::string_view kFold =
    "errors.fold";  // "10": so many classes keep their own row; empty: all

inline std::string option(const ReviewState& state, std::string_view key) {
    const auto found = state.options.find(std::string(key));
    return found == state.options.end() ? std::string() : found->second;
}

inline void setOption(ReviewState& state, std::string_view key, const std::string& value) {
    if (value.empty()) {
        state.options.erase(std::string(key));
        return;
    }
    state.options[std::string(key)] = value;
}

}  // namespace reckoner::errors
