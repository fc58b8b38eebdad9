// Where two versions differ: by segment, on the same samples.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/value.h"
#include "core/data/grouping.h"
#include "core/metrics/flips.h"
#include "core/metrics/mcnemar.h"
#include "core/metrics/paired_rows.h"
#include "core/metrics/tally.h"

namespace reckoner {

struct SegmentDifference {
    Grouping::Key key;
    std::uint64_t n = 0;
    Tally first;
    Tally second;
    Flips flips;
    McNemar all;        // over all samples of the segment: a change of the error rate
    McNemar positives;  // over its positives: a change of recall
    McNemar negatives;  // over its negatives: a change of the false alarm rate
    // Benjamini-Hochberg over the segments shown, of the mid-p; n/a where no sample changed sides.
    Value allQ;
    Value positivesQ;
    Value negativesQ;
    bool small = false;  // fewer than 30 samples

    // second - first of a metric of metricList(); n/a with the reason of the side that has none.
    Value difference(std::string_view metric) const;
};

// grouping: of the first run's table. Segments without a sample compared are left out. O(n + groups log
// groups).
std::vector<SegmentDifference> segmentDifferences(const PairedRows& rows, const Grouping& grouping,
                                                  double firstThreshold, double secondThreshold);

}  // namespace reckoner
