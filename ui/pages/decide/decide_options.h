// What the Decide page keeps in ReviewState::options, so that Back, Forward and `render` show it again.
#pragma once

#include <string>

#include "ui/session/review_state.h"

namespace reckoner::decide {

inline constexpr const char* kChart = "decide.chart";    // id of chartList()
inline const std::string kSetting = "decide.chart.";     // and the chart's id: what was chosen within it
inline constexpr const char* kLimits = "decide.limits";  // Limits as JSON
inline constexpr const char* kCell = "decide.cell";      // "missed", "caught", ...: of the matrix
inline constexpr const char* kPane = "decide.pane";      // "policies"; absent: the charts
inline constexpr const char* kPolicies = "policies";
inline constexpr const char* kBasis = "decide.basis";  // of several classes; absent: one against the rest
inline constexpr const char* kOnConfidence = "confidence";
inline constexpr const char* kCosts = "decide.costs";  // "open" while the cost model is beside the page
inline constexpr const char* kOpen = "open";

inline std::string option(const ReviewState& state, const char* name) {
    const auto found = state.options.find(name);
    return found == state.options.end() ? std::string() : found->second;
}

}  // namespace reckoner::decide
