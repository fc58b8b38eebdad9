// What each sample does to the figures of a ranking: how AUC and average precision move when it counts for
// more, and the ranking in bins fine enough for KS.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/task_context.h"

namespace reckoner {

struct RankParts {
    static constexpr std::size_t kBins = 64;

    double rocAuc = 0;
    double averagePrecision = 0;
    double ks = 0;
    double positives = 0;  // weight
    double negatives = 0;  // weight
    // By sample: DeLong's structural component (the weight share of the other class that it stands on the
    // right side of, ties one half). Their weighted mean over either class is the AUC.
    std::vector<double> aucShares;
    // By sample: a small further weight d of it moves the average precision by d x pull / positives. Their
    // weighted sum is 0.
    std::vector<double> precisionPulls;
    // By sample: its place in the ranking, highest scores in bin 0, ties in one bin. Half of the bins hold
    // equal numbers, half lie close about the score where KS is read: the maximum moves there.
    std::vector<std::uint8_t> bins;
};

// weights: beside scores, or empty. O(n log n). Preconditions: weight in both classes; scores are finite.
RankParts rankParts(std::span<const double> scores, std::span<const std::uint8_t> positives,
                    std::span<const double> weights, const TaskContext& context = {});

}  // namespace reckoner
