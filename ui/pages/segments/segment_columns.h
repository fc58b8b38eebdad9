// The columns of the table of segments: what they hold, and where they stand at this width.
#pragma once

#include <vector>

#include <QString>

#include "core/metrics/segment_board.h"
#include "core/wording/decide_sentences.h"

namespace reckoner {

enum class SegmentField {
    Name,
    Count,
    Prevalence,
    Selected,
    Errors,  // share of all errors
    Value,   // the metric asked for, with its interval
    Difference,
    Q,
    Companion,  // the metric beside it, with its interval
    Cost,
    Best,   // own cheapest threshold
    Saves,  // what it would save
    Scores,
};

struct SegmentColumn {
    SegmentField field{};
    QString title;
    int left = 0;
    int right = 0;    // figures end here
    int barLeft = 0;  // of interval columns
    int barRight = 0;
    // The threshold does not change it.
    bool stays() const {
        return field == SegmentField::Name || field == SegmentField::Count ||
               field == SegmentField::Prevalence || field == SegmentField::Best;
    }
    bool interval() const { return field == SegmentField::Value || field == SegmentField::Companion; }
};

// The key of ReviewState::options["segments.sort"]: "n", "value", ...
QString sortKey(SegmentField field);

// As many columns as fit, the least needed left out first; what is left over goes to names and bars.
std::vector<SegmentColumn> segmentColumns(const SegmentBoard& board, const MetricEntry& metric,
                                          const Vocabulary& words, int width);

}  // namespace reckoner
