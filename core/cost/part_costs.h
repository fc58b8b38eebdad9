// What parts of a run (segments, groups) cost at its operating point: priced as the whole is.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "core/cost/operating_point.h"
#include "core/metrics/tally.h"

namespace reckoner {

// Counts every part at a threshold: one tally a part.
using PartCounts = std::function<void(double threshold, std::span<Tally> out)>;

// By part, over its samples and without period, as production is mixed. Of tiers each part pays what is done
// with its own samples, reviews and reviewers' mistakes included. Parts that together hold every sample once
// sum to pointTotal(). A review capacity changes nothing: the whole is priced as if everybody in a review
// tier were seen, and so is each part; what is beyond the capacity is told of the whole (ReviewQueue). One
// read of `counts` a cut-off. Throws Error{Usage} as check(TierPlan).
std::vector<double> partTotals(const RunAnalysis& run, const OperatingPoint& point, std::size_t parts,
                               const PartCounts& counts);

// What these samples weigh, as production is mixed: a part's total over it is its cost a decision.
double partWeight(const BoundCost& cost, const Tally& part);

}  // namespace reckoner
