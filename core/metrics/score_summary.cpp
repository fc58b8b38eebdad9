#include "core/metrics/score_summary.h"

#include <algorithm>
#include <numeric>

#include "core/metrics/block_sum.h"

namespace reckoner {

ScoreSummary scoreSummary(const ScoredRows& rows) {
    ScoreSummary result;
    result.n = rows.scores.size();
    result.prevalence = result.mean = result.min = result.max = Reason::NoSamples;
    if (result.n == 0) return result;
    BlockSum weights;
    BlockSum positives;
    BlockSum scores;
    for (std::size_t i = 0; i < rows.scores.size(); ++i) {
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        weights.add(weight);
        scores.add(weight * rows.scores[i]);
        if (!rows.positiveBits[i]) continue;
        ++result.positives;
        positives.add(weight);
    }
    result.prevalence = ratio(positives.value(), weights.value(), Reason::NoSamples);
    result.mean = ratio(scores.value(), weights.value(), Reason::NoSamples);
    const auto [low, high] = std::minmax_element(rows.scores.begin(), rows.scores.end());
    result.min = *low;
    result.max = *high;
    return result;
}

}  // namespace reckoner
