// What the panes of the Record page share: keys of ReviewState::options.
#pragma once

#include <string>
#include <string_view>

#include "ui/session/review_state.h"

namespace reckoner::record {

inline constexpr std::string_view kTab = "record.tab";  // "brief" (or empty), "decisions", "actions", ...
// uid of what is looked at, by tab.
inline constexpr std::string_view kQuestion = "record.question";  // id of the brief's question
inline constexpr std::string_view kDecision = "record.decision";
inline constexpr std::string_view kAction = "record.action";
inline constexpr std::string_view kExperiment = "record.experiment";
inline constexpr std::string_view kReview = "record.review";

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

}  // namespace reckoner::record
