// The light colours of the window, for paper: figures are the same on every screen and printer.
#pragma once

#include <string_view>

namespace reckoner::figure {

inline constexpr std::string_view kPage = "#FFFFFF";
inline constexpr std::string_view kSunk = "#EDEFF2";
inline constexpr std::string_view kLine = "#E3E6EA";
inline constexpr std::string_view kGrid = "#EBEDF0";
inline constexpr std::string_view kControl = "#848C95";
inline constexpr std::string_view kInk = "#15181C";
inline constexpr std::string_view kInk2 = "#474E57";
inline constexpr std::string_view kInk3 = "#5D656E";
inline constexpr std::string_view kAccent = "#0A5FA8";
inline constexpr std::string_view kFalseAlarm = "#D55E00";
inline constexpr std::string_view kFalseAlarmText = "#B04A00";
inline constexpr std::string_view kMissed = "#C26A9B";
inline constexpr std::string_view kMissedText = "#9C3F74";
inline constexpr std::string_view kCaught = "#639182";
inline constexpr std::string_view kCaughtText = "#3A6659";
inline constexpr std::string_view kPassed = "#9AA2AA";
inline constexpr std::string_view kPassedText = "#5A626B";
inline constexpr std::string_view kBaseline = "#7F878F";

}  // namespace reckoner::figure
