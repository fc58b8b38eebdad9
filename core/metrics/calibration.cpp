#include "core/metrics/calibration.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/cancel_every.h"
#include "core/metrics/block_sum.h"
#include "core/metrics/probability_scale.h"

namespace reckoner {
namespace {

std::vector<double> edgesOf(int bins, BinRule rule) {
    const double width = 1.0 / bins;
    std::vector<double> edges;
    for (int i = 0; i <= bins; ++i)
        edges.push_back(rule == BinRule::RightClosedQuotient ? static_cast<double>(i) / bins : i * width);
    edges.back() = 1;
    return edges;
}

// Where p >= 0 belongs; the product is off by one bin at most.
std::size_t binOf(double p, const std::vector<double>& edges, BinRule rule) {
    const std::size_t last = edges.size() - 2;
    auto bin = std::min(static_cast<std::size_t>(p * static_cast<double>(last + 1)), last);
    const bool leftClosed = rule == BinRule::LeftClosed;
    while (bin > 0 && (leftClosed ? p < edges[bin] : p <= edges[bin]))
        --bin;
    while (bin < last && (leftClosed ? p >= edges[bin + 1] : p > edges[bin + 1]))
        ++bin;
    return bin;
}

bool isOnInnerEdge(double p, std::size_t bin, const std::vector<double>& edges, BinRule rule) {
    if (rule == BinRule::LeftClosed) return bin > 0 && p == edges[bin];
    return bin + 2 < edges.size() && p == edges[bin + 1];
}

Calibration undefined(Reason reason) {
    return {{}, reason, reason, 0};
}

}  // namespace

Calibration calibration(const ScoredRows& rows, ScoreKind kind, int bins, BinRule rule,
                        const TaskContext& context) {
    assert(bins > 0);
    const ProbabilityScale probability(kind);
    if (!probability.exists()) return undefined(Reason::NotProbabilities);
    if (rows.scores.empty()) return undefined(Reason::NoSamples);
    const std::vector<double> edges = edgesOf(bins, rule);
    Calibration result;
    result.bins.resize(static_cast<std::size_t>(bins));
    std::vector<BlockSum> scoreSums(result.bins.size());
    for (std::size_t i = 0; i < rows.scores.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        const double p = probability(rows.scores[i]);
        if (!(p >= 0 && p <= 1)) return undefined(Reason::NotProbabilities);
        const std::size_t b = binOf(p, edges, rule);
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        CalibrationBin& bin = result.bins[b];
        ++bin.count;
        if (isOnInnerEdge(p, b, edges, rule)) ++result.onInnerEdge;
        bin.positives += rows.positiveBits[i];
        bin.weight += weight;
        bin.weightSq += weight * weight;
        if (rows.positiveBits[i]) bin.positiveWeight += weight;
        scoreSums[b].add(weight * p);
    }
    double total = 0;
    double gaps = 0;
    double largest = 0;
    for (std::size_t b = 0; b < result.bins.size(); ++b) {
        CalibrationBin& bin = result.bins[b];
        bin.lo = edges[b];
        bin.hi = edges[b + 1];
        bin.meanScore = ratio(scoreSums[b].value(), bin.weight, Reason::NoSamples);
        bin.sharePositive = ratio(bin.positiveWeight, bin.weight, Reason::NoSamples);
        if (!bin.meanScore) continue;
        const double gap = std::abs(*bin.meanScore - *bin.sharePositive);
        total += bin.weight;
        gaps += bin.weight * gap;
        largest = std::max(largest, gap);
    }
    if (total == 0) return undefined(Reason::NoSamples);
    result.ece = gaps / total;
    result.mce = largest;
    return result;
}

Value brierSkillScore(const Value& brier, const ScoredRows& rows) {
    if (!brier) return brier;
    BlockSum positives;
    BlockSum all;
    for (std::size_t i = 0; i < rows.scores.size(); ++i) {
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        all.add(weight);
        if (rows.positiveBits[i]) positives.add(weight);
    }
    const double prevalence = positives.value() / all.value();
    const double chance = prevalence * (1 - prevalence);
    if (!(chance > 0)) return Reason::SingleClass;
    return 1 - *brier / chance;
}

}  // namespace reckoner
