// What the Segments page keeps in ReviewState::options, so that Back, Forward and `render` show it again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/metrics/segment_board.h"
#include "ui/session/review_state.h"

namespace reckoner::segments {

inline constexpr std::string_view kTab = "segments.tab";  // "slices", "fairness", ...; empty: the table
// JSON array of sets, each an array of {"column", "bins"}; empty: the usual columns, each by itself.
inline constexpr std::string_view kBy = "segments.by";
inline constexpr std::string_view kMetric = "segments.metric";           // of segmentMetrics(); empty: recall
inline constexpr std::string_view kSlicesOf = "segments.slices.of";      // "cost"; empty: errors
inline constexpr std::string_view kSlicesDeep = "segments.slices.deep";  // "1", "2"; empty: three columns
// Sets as in kBy; absent: as remembered for the model. Kept so that Back and `render` show them again.
inline constexpr std::string_view kProtected = "segments.protected";
inline constexpr std::string_view kFairSet = "segments.fair.set";          // its place; empty: the first
inline constexpr std::string_view kFairMeasure = "segments.fair.measure";  // "recall", ...: to be made equal
inline constexpr std::string_view kFairWithin = "segments.fair.within";    // "2", "5" points; empty: 1
inline constexpr std::string_view kSort = "segments.sort";  // "n", "-value", ...; empty: worst beyond noise

std::string option(const ReviewState& state, std::string_view key);
void setOption(ReviewState& state, std::string_view key, const std::string& value);

// Sets whose columns this table has; the usual ones where none is left.
std::vector<SegmentSet> setsFor(const ReviewState& state, const EvalTable& table);
void setSets(ReviewState& state, const std::vector<SegmentSet>& sets, const EvalTable& table);
const MetricEntry& metricOf(const ReviewState& state);

// A JSON array of sets, each an array of {"column", "bins"}; what this table does not have is left out.
std::vector<SegmentSet> setsOf(const std::string& text, const EvalTable& table);
std::string textOf(const std::vector<SegmentSet>& sets);

}  // namespace reckoner::segments
