// What the Versions page keeps in ReviewState::options, so that Back, Forward and `render` show it again.
#pragma once

#include <string>
#include <string_view>

#include "core/review/version_thresholds.h"
#include "ui/session/review_state.h"

namespace reckoner::versions {

inline constexpr std::string_view kTab = "versions.tab";  // "list", "requirements", "sets"; empty: Compare
// Further columns beside the run and the one compared with, comma-separated: run numbers, "nobody",
// "everybody". "none": no others. Empty: the usual ones.
inline constexpr std::string_view kSides = "versions.sides";
inline constexpr std::string_view kRule =
    "versions.rule";  // "best", "policy", "number", "own"; empty: same threshold
inline constexpr std::string_view kOwn = "versions.own";  // "1": each over all its own samples
inline constexpr std::string_view kBy = "versions.by";    // column of the intervals; empty: of the worst row
inline constexpr std::string_view kChart = "versions.chart";  // "pr", "roc"; empty: cost
// "one": a run of several classes is looked at as the class looked for against the rest; empty: all classes.
inline constexpr std::string_view kClasses = "versions.classes";
inline constexpr std::string_view kMore = "versions.more";  // "1": all figures of the table

inline std::string option(const ReviewState& state, std::string_view key) {
    const auto found = state.options.find(std::string(key));
    return found == state.options.end() ? std::string() : found->second;
}
inline void setOption(ReviewState& state, std::string_view key, const std::string& value) {
    if (value.empty())
        state.options.erase(std::string(key));
    else
        state.options[std::string(key)] = value;
}

inline constexpr const char* kRules[] = {"", "best", "policy", "number",
                                         "own"};  // in the order of ThresholdRule
inline ThresholdRule ruleOf(const ReviewState& state) {
    const std::string name = option(state, kRule);
    for (std::size_t i = 0; i < std::size(kRules); ++i)
        if (name == kRules[i]) return static_cast<ThresholdRule>(i);
    return ThresholdRule::Same;
}

}  // namespace reckoner::versions
