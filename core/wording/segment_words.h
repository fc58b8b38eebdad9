// How segments, their columns and their figures are called in the table of segments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/metrics/segment_board.h"
#include "core/wording/decide_sentences.h"

namespace reckoner {

// "age band"; a cross: "home, job".
std::string segmentColumnName(const EvalTable& table, const std::vector<std::string>& columns);
// A group of numbers with ends short enough to read: "(230.80000000000018, 959]" is "(230.8, 959]". Other
// values as they are.
std::string groupLabel(const std::string& value);
// A value of the data within a sentence: line breaks, tabs and Unicode's separators become spaces.
std::string oneLine(const std::string& value);
// "partime", "missing"; a cross: "rent, partime".
std::string segmentValueName(const Grouping::Key& key);

// Metrics a table of segments can be about: every one of metricList() and of scoreMetrics().
const std::vector<const MetricEntry*>& segmentMetrics();
// The one beside it: precision beside recall, recall beside all others.
const MetricEntry& companionOf(const MetricEntry& metric);
// "recall: of 100 bad, caught".
std::string metricHead(const MetricEntry& metric, const RunAnalysis& run, const Vocabulary& words);
// "recall", "false positive rate".
std::string metricName(const MetricEntry& metric);
// The outcome whose colour says that this metric is worse.
Cell toneOf(const MetricEntry& metric);
// What is 1 in the metric's denominator: "bad", "refused", "applications".
std::string trialsName(const MetricEntry& metric, const RunAnalysis& run, const Vocabulary& words);

// Over the column of costs: "EUR a month"; without money "cost, in false alarms".
std::string costHead(const RunAnalysis& run, const Vocabulary& words);
// What a head of the table says, in a sentence, by the key it sorts by ("q", "best", ...); empty: it needs
// none.
std::string segmentHelp(std::string_view key, const MetricEntry& metric, const RunAnalysis& run,
                        const Vocabulary& words);
// The heads that are not plain words, in one line.
std::string segmentLegend(const Vocabulary& words);

// Where intervals are drawn: how, or how far it has got. "Intervals: bootstrap, 2,000 replicates, seed
// 20260101."
std::string drawnIntervals(std::size_t known, std::size_t all, std::uint32_t replicates, std::uint64_t seed);

// What the colours of the heatmap mean.
std::string heatLegend(const MetricEntry& metric);

// "66"; "n/a".
std::string hundredText(const Value& value);
// "66" of a share, "0.52" of another metric; "n/a".
std::string metricText(const MetricEntry& metric, const Value& value);
// "−30 points" of a share, "−0.12" of another metric; "n/a".
std::string contrastText(const MetricEntry& metric, const Value& difference);
// "22 %"; "n/a".
std::string percentText(const Value& value);
// "−30 points", "+1 point", "0 points"; "n/a".
std::string pointsText(const Value& difference);
// "< 0.001", "0.049", "0.11"; "n/a".
std::string qText(const Value& q);
// "no difference seen"; too few: "too few to say (fewer than 30 bad)".
std::string standingCaption(Standing standing, const MetricEntry& metric, const RunAnalysis& run,
                            const Vocabulary& words);

// All of one segment in plain text, for the pointer and for those who do not see the table.
std::string segmentText(const SegmentBoard& board, std::size_t segment, const BoardReading& reading,
                        const Vocabulary& words);

}  // namespace reckoner
