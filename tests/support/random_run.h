// Random binary runs for tests, and the plain way to count them.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <vector>

#include "core/base/random.h"
#include "core/metrics/sweep.h"

namespace reckoner::test {

struct RandomRunShape {
    std::size_t samples = 200;
    int distinct = 0;        // 0: continuous scores, else about this many different ones
    double positives = 0.3;  // share; 0 or 1 gives a single class
    bool weighted = false;
    std::size_t measures = 0;
    std::uint32_t groups = 1;
    bool negativeScores = false;
};

struct RandomRun {
    std::vector<double> scores;
    std::vector<std::uint8_t> positives;
    std::vector<double> weights;
    std::vector<std::vector<double>> amounts;
    std::vector<std::uint32_t> groupCodes;
    std::uint32_t groups = 1;

    RandomRun(const RandomRunShape& shape, std::uint64_t seed) : groups(shape.groups) {
        Random random(seed);
        amounts.resize(shape.measures);
        for (std::size_t i = 0; i < shape.samples; ++i) {
            const bool positive = random.unit() < shape.positives;
            double score = 0.7 * random.unit() + (positive ? 0.3 * random.unit() : 0);
            if (shape.distinct > 0) score = std::floor(score * shape.distinct) / shape.distinct;
            if (shape.negativeScores) score = (score - 0.5) * 8;
            scores.push_back(score);
            positives.push_back(positive ? 1 : 0);
            if (shape.weighted) weights.push_back(random.unit() < 0.1 ? 0 : 3 * random.unit());
            for (auto& amount : amounts)
                amount.push_back(random.unit() < 0.05 ? std::numeric_limits<double>::quiet_NaN()
                                                      : std::floor(random.unit() * 2000) - 200);
            groupCodes.push_back(static_cast<std::uint32_t>(random.below(shape.groups)));
        }
    }

    std::shared_ptr<const ThresholdSweep> sweep() const {
        std::vector<std::span<const double>> spans(amounts.begin(), amounts.end());
        return ThresholdSweep::build(scores, positives, weights, spans, groupCodes, groups);
    }

    // Counted one by one; group < 0: all.
    Tally countAt(double threshold, int group = -1) const {
        Tally tally;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            if (group >= 0 && groupCodes[i] != static_cast<std::uint32_t>(group)) continue;
            const bool flagged = scores[i] >= threshold;
            Sums& sums =
                flagged ? (positives[i] ? tally.tp : tally.fp) : (positives[i] ? tally.fn : tally.tn);
            const double weight = weights.empty() ? 1 : weights[i];
            ++sums.n;
            sums.weight += weight;
            sums.weightSq += weight * weight;
            for (std::size_t m = 0; m < amounts.size(); ++m)
                if (std::isfinite(amounts[m][i])) sums.amounts[m] += weight * amounts[m][i];
        }
        return tally;
    }

    // "Flag nobody" and every distinct score, from the highest down.
    std::vector<double> candidates() const {
        std::set<double, std::greater<>> distinct(scores.begin(), scores.end());
        std::vector<double> result{std::numeric_limits<double>::infinity()};
        result.insert(result.end(), distinct.begin(), distinct.end());
        return result;
    }
};

// Shapes that cover ties, one class, weights, amounts and groups.
inline std::vector<RandomRunShape> randomRunShapes() {
    std::vector<RandomRunShape> shapes;
    for (const std::size_t samples : {1, 2, 7, 200, 3000})
        for (const int distinct : {0, 1, 13})
            for (const double positives : {0.0, 0.3, 1.0})
                for (const bool weighted : {false, true})
                    for (const std::size_t measures : {0, 2})
                        shapes.push_back({samples, distinct, positives, weighted, measures,
                                          samples > 100 ? 5U : 1U, distinct == 13});
    return shapes;
}

}  // namespace reckoner::test
