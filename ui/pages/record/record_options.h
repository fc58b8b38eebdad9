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
inline constexpr std::string_view kRequirement = "record.requirement";
inline constexpr std::string_view kPolicy = "record.policy";  // its id
// "decision": the form for one opens, bound to what is on the screen; gone once it is open.
inline constexpr std::string_view kForm = "record.form";
inline constexpr std::string_view kOrder = "record.order";  // of actions: "owner", "kind"; empty: by day
inline constexpr std::string_view kFrom = "record.from";    // page one came from to write it; empty: Decide

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
