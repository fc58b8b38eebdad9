#include "core/metrics/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/metrics/block_sum.h"
#include "core/metrics/calibration.h"
#include "core/metrics/intervals.h"
#include "core/metrics/probability_scale.h"

namespace reckoner {
namespace {

constexpr std::uint64_t kScanCancel = 1 << 16;

}  // namespace

RankingNumbers rankingNumbers(const Sweep& sweep, const TaskContext& context) {
    const Tally nobody = sweep.at(std::numeric_limits<double>::infinity());
    const double positives = nobody.fn.weight;
    const double negatives = nobody.tn.weight;
    if (positives == 0 || negatives == 0) {
        const Reason why = sweep.samples() == 0 ? Reason::NoSamples : Reason::SingleClass;
        return {why, why, why, std::numeric_limits<double>::infinity()};
    }
    // Sums of integers and halves are exact without weights.
    BlockSum area;
    BlockSum precisionArea;
    double distance = -1;  // of TPR and FPR, times both class weights
    double ksThreshold = 0;
    double tpBefore = 0;
    double fpBefore = 0;
    sweep.scanRanks([&](std::span<const Sweep::RankStep> steps) {
        context.checkCancelled();
        for (const auto& [threshold, tp, fp] : steps) {
            area.add((fp - fpBefore) * (tpBefore + (tp - tpBefore) / 2));
            if (tp != tpBefore) precisionArea.add((tp - tpBefore) * (tp / (tp + fp)));
            const double here = std::abs(tp * negatives - fp * positives);
            if (here > distance) {
                distance = here;
                ksThreshold = threshold;
            }
            tpBefore = tp;
            fpBefore = fp;
        }
    });
    return {area.value() / positives / negatives, precisionArea.value() / positives,
            distance / positives / negatives, ksThreshold};
}

Value gini(const RankingNumbers& ranking) {
    if (!ranking.rocAuc) return ranking.rocAuc;
    return 2 * *ranking.rocAuc - 1;
}

namespace {

// Weighted mean of pointOf(probability, positive); n/a where the scores are no probabilities.
template <class PointOf>
Value meanOverProbabilities(const ScoredRows& rows, ScoreKind kind, const TaskContext& context,
                            PointOf pointOf) {
    const ProbabilityScale probability(kind);
    if (!probability.exists()) return Reason::NotProbabilities;
    BlockSum points;
    BlockSum weights;
    for (std::size_t i = 0; i < rows.scores.size(); ++i) {
        if (i % kScanCancel == 0) context.checkCancelled();
        const double p = probability(rows.scores[i]);
        if (!(p >= 0 && p <= 1)) return Reason::NotProbabilities;
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        points.add(weight * pointOf(p, rows.positiveBits[i] != 0));
        weights.add(weight);
    }
    return ratio(points.value(), weights.value(), Reason::NoSamples);
}

}  // namespace

Value logLoss(const ScoredRows& rows, ScoreKind kind, double clip, const TaskContext& context) {
    return meanOverProbabilities(rows, kind, context, [clip](double p, bool positive) {
        const double clipped = std::clamp(p, clip, 1 - clip);
        return -std::log(positive ? clipped : 1 - clipped);
    });
}

ProbabilityNumbers probabilityNumbers(const ScoredRows& rows, ScoreKind kind, const TaskContext& context) {
    const auto squaredMiss = [](double p, bool positive) {
        const double miss = positive ? 1 - p : p;
        return miss * miss;
    };
    return {logLoss(rows, kind, kLogLossClip, context),
            meanOverProbabilities(rows, kind, context, squaredMiss),
            calibration(rows, kind, 10, BinRule::RightClosed, context).ece,
            calibration(rows, kind, 15, BinRule::RightClosed, context).ece};
}

std::optional<DeLong> delong(const ScoredRows& rows, const TaskContext& context) {
    const auto sweep = ThresholdSweep::build(rows.scores, rows.positiveBits, {}, {}, {}, 1, context);
    return delong(*sweep, !rows.weights.empty(), context);
}

// A positive's structural component is the share of negatives it beats (ties one half), a negative's the
// share of positives that beat it: both are known at each distinct score.
std::optional<DeLong> delong(const Sweep& sweep, bool weighted, const TaskContext& context) {
    const Tally nobody = sweep.at(std::numeric_limits<double>::infinity());
    const auto m = static_cast<double>(nobody.positives());
    const auto n = static_cast<double>(nobody.negatives());
    if (weighted || m < 2 || n < 2) return std::nullopt;

    struct Step {
        double positives, negatives;            // at this score
        double positivesAbove, negativesBelow;  // strictly
    };
    const auto forEachStep = [&](auto visit) {
        double tpBefore = 0;
        double fpBefore = 0;
        sweep.scanRanks([&](std::span<const Sweep::RankStep> steps) {
            context.checkCancelled();
            for (const auto& [threshold, tp, fp] : steps) {
                visit(Step{tp - tpBefore, fp - fpBefore, tpBefore, n - fp});
                tpBefore = tp;
                fpBefore = fp;
            }
        });
    };
    BlockSum area;
    forEachStep([&](const Step& s) { area.add(s.negatives * (s.positivesAbove + s.positives / 2)); });
    DeLong result;
    result.auc = area.value() / m / n;

    BlockSum ofPositives;
    BlockSum ofNegatives;
    forEachStep([&](const Step& s) {
        const double beats = (s.negativesBelow + s.negatives / 2) / n - result.auc;
        const double beaten = (s.positivesAbove + s.positives / 2) / m - result.auc;
        ofPositives.add(s.positives * beats * beats);
        ofNegatives.add(s.negatives * beaten * beaten);
    });
    result.variance = ofPositives.value() / (m - 1) / m + ofNegatives.value() / (n - 1) / n;
    const double half = kZ95 * std::sqrt(result.variance);
    result.ci95 = {std::max(0.0, result.auc - half), std::min(1.0, result.auc + half)};
    return result;
}

}  // namespace reckoner
