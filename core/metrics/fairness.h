// How differently groups are treated: fairlearn's formulas. Source: DEFINITIONS.md, "Groups".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/value.h"
#include "core/metrics/tally.h"

namespace reckoner {

struct SegmentTable;

// One rate over the groups where it is defined.
struct RateSpread {
    Value min;
    Value max;
    Value difference;                    // max - min
    Value ratio;                         // min / max; n/a when the highest rate is 0
    std::uint32_t groups = 0;            // groups where the rate is defined
    std::uint32_t groupMin = 0;          // index of the first group with the lowest rate
    std::uint32_t groupMax = 0;          // index of the first group with the highest rate
    std::vector<std::uint32_t> leftOut;  // groups with samples whose rate is 0/0: to be named
};

// Group indices are those of the tallies given (for a SegmentTable: of its segments).
struct Fairness {
    RateSpread selectionRate;
    RateSpread tpr;
    RateSpread fpr;
    RateSpread fnr;
    RateSpread precision;
    RateSpread accuracy;
    Value demographicParityDifference;    // of the selection rate
    Value demographicParityRatio;         // the four-fifths rule flags it below 0.8
    Value equalOpportunityDifference;     // of the TPR
    Value equalizedOddsDifference;        // the larger of the TPR and FPR differences
    Value equalizedOddsRatio;             // the smaller of the TPR and FPR ratios
    std::vector<std::uint32_t> tooSmall;  // groups under minimumN, in none of the figures
};

// Groups without samples count nowhere; groups under minimumN samples are left out and listed.
Fairness fairness(std::span<const Tally> groups, std::uint64_t minimumN = 0);
Fairness fairness(const SegmentTable& table, std::uint64_t minimumN = 0);

}  // namespace reckoner
