#include "core/metrics/auc_difference.h"

#include <cmath>
#include <limits>
#include <vector>

#include "core/base/parallel_for.h"
#include "core/metrics/block_sum.h"
#include "core/metrics/intervals.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

// DeLong's structural components: of each sample, the share of the other class that it stands on the right
// side of, ties one half.
std::vector<double> components(std::span<const double> scores, std::span<const std::uint8_t> positives,
                               double m, double n, const TaskContext& context) {
    const std::vector<OrderedScore> order = orderScores(scores, {}, context);
    std::vector<double> shares(scores.size());
    double positivesAbove = 0;
    double negativesAbove = 0;
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        double positivesHere = 0;
        double negativesHere = 0;
        for (; end < order.size() && order[end].key == order[first].key; ++end)
            ++(positives[order[end].position] ? positivesHere : negativesHere);
        const double beaten = (n - negativesAbove - negativesHere / 2) / n;
        const double beating = (positivesAbove + positivesHere / 2) / m;
        for (; first < end; ++first) {
            const std::uint32_t i = order[first].position;
            shares[i] = positives[i] ? beaten : beating;
        }
        positivesAbove += positivesHere;
        negativesAbove += negativesHere;
    }
    return shares;
}

double meanOfPositives(const std::vector<double>& shares, std::span<const std::uint8_t> positives, double m) {
    BlockSum sum;
    for (std::size_t i = 0; i < shares.size(); ++i)
        sum.add(positives[i] ? shares[i] : 0);
    return sum.value() / m;
}

void judge(AucDifference& result) {
    result.value = result.second - result.first;
    const double se = std::sqrt(result.variance);
    if (result.variance > 0) {
        result.z = -result.value / se;
        result.p = std::erfc(std::abs(result.z) / std::sqrt(2.0));
    } else if (result.value != 0) {
        result.z = std::copysign(std::numeric_limits<double>::infinity(), -result.value);
        result.p = 0;
    }
    result.interval = {result.value - kZ95 * se, result.value + kZ95 * se};
}

}  // namespace

std::optional<AucComponents> aucComponents(std::span<const double> first, std::span<const double> second,
                                           std::span<const std::uint8_t> positives, Executor* executor,
                                           const TaskContext& context) {
    double m = 0;
    for (const std::uint8_t positive : positives)
        m += positive ? 1 : 0;
    const double n = static_cast<double>(positives.size()) - m;
    if (m < 2 || n < 2) return std::nullopt;
    AucComponents parts;
    parallelFor(2, executor, context, [&](std::size_t side) {
        (side == 0 ? parts.first : parts.second) =
            components(side == 0 ? first : second, positives, m, n, TaskContext(context.stopToken()));
    });
    parts.difference =
        meanOfPositives(parts.second, positives, m) - meanOfPositives(parts.first, positives, m);
    return parts;
}

std::optional<AucDifference> aucDifferencePaired(std::span<const double> first,
                                                 std::span<const double> second,
                                                 std::span<const std::uint8_t> positives,
                                                 const TaskContext& context, Executor* executor) {
    const auto parts = aucComponents(first, second, positives, executor, context);
    if (!parts) return std::nullopt;
    double m = 0;
    for (const std::uint8_t positive : positives)
        m += positive ? 1 : 0;
    const double n = static_cast<double>(positives.size()) - m;
    AucDifference result;
    result.first = meanOfPositives(parts->first, positives, m);
    result.second = meanOfPositives(parts->second, positives, m);
    // The variance of the difference is that of the paired differences, class by class: covariances and all,
    // and exactly 0 where both score alike.
    BlockSum amongPositives;
    BlockSum amongNegatives;
    for (std::size_t i = 0; i < positives.size(); ++i) {
        const double apart = (parts->second[i] - result.second) - (parts->first[i] - result.first);
        (positives[i] ? amongPositives : amongNegatives).add(apart * apart);
    }
    result.variance = amongPositives.value() / (m - 1) / m + amongNegatives.value() / (n - 1) / n;
    judge(result);
    return result;
}

AucDifference aucDifferenceUnpaired(const DeLong& first, const DeLong& second) {
    AucDifference result;
    result.first = first.auc;
    result.second = second.auc;
    result.variance = first.variance + second.variance;
    judge(result);
    return result;
}

}  // namespace reckoner
