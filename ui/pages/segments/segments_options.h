// What the Segments page keeps in ReviewState::options, so that Back, Forward and `render` show it again.
#pragma once

#include <optional>
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
inline constexpr std::string_view kView =
    "segments.view";  // "table"; empty: two columns crossed are a heatmap
inline constexpr std::string_view kPins = "segments.pins";                 // as in pinned_segments.h
inline constexpr std::string_view kPinCurve = "segments.pins.curve";       // "precision", ...; empty: recall
inline constexpr std::string_view kCoverColumn = "segments.cover.column";  // whose values are listed
inline constexpr std::string_view kCoverAgainst = "segments.cover.against";  // a run; empty: the baseline
inline constexpr std::string_view kCoverAll = "segments.cover.all";  // "1": also columns with nothing odd
inline constexpr std::string_view kBrush = "segments.brush";         // what Brush holds, as JSON
inline constexpr std::string_view kSort = "segments.sort";  // "n", "-value", ...; empty: worst beyond noise

std::string option(const ReviewState& state, std::string_view key);
void setOption(ReviewState& state, std::string_view key, const std::string& value);

// Sets whose columns this table has; the usual ones where none is left.
std::vector<SegmentSet> setsFor(const ReviewState& state, const EvalTable& table);
void setSets(ReviewState& state, const std::vector<SegmentSet>& sets, const EvalTable& table);
const MetricEntry& metricOf(const ReviewState& state);

// The metric claims are about: that of the table where it is a proportion, else recall.
const MetricEntry& claimMetricOf(const ReviewState& state);

// A JSON array of sets, each an array of {"column", "bins"}; what this table does not have is left out.
std::vector<SegmentSet> setsOf(const std::string& text, const EvalTable& table);
std::string textOf(const std::vector<SegmentSet>& sets);

// A range of numbers drawn over a histogram. It is a filter chip of the Errors page too: while the chip is
// there, the figures of this page count that range alone.
struct Brush {
    std::string column;
    double lo = 0;
    double hi = 0;
    std::string expression() const;  // as the chip says it
};
// Nothing where none is in force: none was drawn, or its chip was taken away.
std::optional<Brush> brushOf(const ReviewState& state);
// In the place of the one before; other chips stay.
void setBrush(ReviewState& state, const std::string& column, double lo, double hi);
void dropBrush(ReviewState& state);
// What the figures of the page are within: the cohort and the range, each an expression.
std::vector<std::string> chipsOf(const ReviewState& state);  // the range alone; empty: none
std::string withinOf(const ReviewState& state);              // both, joined; empty: everybody

// The columns of all sets, each once; nothing chosen: every column that makes segments, at most 16.
std::vector<GroupColumn> coverColumns(const ReviewState& state, const EvalTable& table);

}  // namespace reckoner::segments
