// The headline and the second line of the table of segments.
#pragma once

#include "core/metrics/segment_board.h"
#include "core/metrics/segment_change.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/sentence.h"

namespace reckoner {

// "Defaults slip through where they are rare: **records no** 66 of 100 caught, **job fixed** 61." Accent: the
// names.
Sentence segmentHeadline(const SegmentBoard& board, const BoardReading& reading, const Vocabulary& words);

// "All 25 segments of job, home and age. 5 are worse than the rest beyond noise. The dashed line is everyone:
// 76 of 100." bars: there are interval bars, with that line.
std::string segmentSummary(const SegmentBoard& board, const BoardReading& reading, const Vocabulary& words,
                           bool bars = true);

// "Since v2, job partime got worse most: 78 to 54 of 100 caught." changes: beside the board's segments.
std::string changeSentence(const SegmentBoard& board, const BoardReading& reading,
                           const std::vector<SegmentChange>& changes, const std::string& before,
                           const Vocabulary& words);

// What is below the edge of the window: "8 more: 2 better than the rest, 6 too few to say (fewer than 30
// bad)". `standings`: of the segments not seen, in their order.
std::string moreSegments(const std::vector<Standing>& standings, const MetricEntry& metric,
                         const RunAnalysis& run, const Vocabulary& words);

}  // namespace reckoner
