// One walk down the scores for all groups together: at every distinct score only the groups that have samples
// there are touched.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/cancel_every.h"
#include "core/base/error.h"
#include "core/metrics/intervals.h"
#include "core/metrics/probability_scale.h"
#include "core/metrics/ranking.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/score_order.h"
#include "core/metrics/segments.h"

namespace reckoner {
namespace {

__extension__ using Wide = unsigned __int128;

// Sums of whole numbers and their squares, exact up to 2^32 samples.
struct WholeSums {
    std::uint64_t count = 0;
    Wide sum = 0;
    Wide squares = 0;

    void add(std::uint64_t times, std::uint64_t number) {
        sum += Wide{times} * number;
        squares += Wide{times} * number * number;
    }
    // Unbiased; count >= 2.
    double variance() const {
        const Wide spread = squares * count - sum * sum;
        return static_cast<double>(spread) / static_cast<double>(count) / static_cast<double>(count - 1);
    }
};

struct GroupWalk {
    // Totals, known before the walk.
    double positives = 0;
    double negatives = 0;
    WholeSums ofPositives;  // per positive: twice the negatives above it, ties once
    WholeSums ofNegatives;  // per negative: twice the positives above it, ties once
    double scoreSum = 0;

    // Above the score the walk has reached.
    double tp = 0;
    double fp = 0;
    std::uint64_t tpCount = 0;
    std::uint64_t fpCount = 0;
    double area = 0;
    double precisionArea = 0;
    double ks = 0;

    // At that score.
    double tpHere = 0;
    double fpHere = 0;
    std::uint64_t tpCountHere = 0;
    std::uint64_t fpCountHere = 0;

    void closeScore() {
        area += fpHere * (tp + tpHere / 2);
        ofPositives.add(tpCountHere, 2 * fpCount + fpCountHere);
        ofNegatives.add(fpCountHere, 2 * tpCount + tpCountHere);
        tp += tpHere;
        fp += fpHere;
        tpCount += tpCountHere;
        fpCount += fpCountHere;
        if (tpHere > 0) precisionArea += tpHere * (tp / (tp + fp));
        if (positives > 0 && negatives > 0) ks = std::max(ks, std::abs(tp / positives - fp / negatives));
        tpHere = fpHere = 0;
        tpCountHere = fpCountHere = 0;
    }
};

struct WalkInput {
    const ScoredRows& rows;
    const Grouping& grouping;
    const TaskContext& context;

    std::uint32_t groupOf(std::size_t i) const { return grouping.codes[rows.rows[i]]; }
    double weightOf(std::size_t i) const { return rows.weights.empty() ? 1 : rows.weights[i]; }
    void checkAt(std::size_t i) const {
        if (i % kCancelEvery == 0) context.checkCancelled();
    }
};

std::vector<GroupWalk> totals(const WalkInput& input) {
    std::vector<GroupWalk> groups(input.grouping.groups());
    for (std::size_t i = 0; i < input.rows.scores.size(); ++i) {
        input.checkAt(i);
        GroupWalk& group = groups[input.groupOf(i)];
        const double weight = input.weightOf(i);
        group.scoreSum += weight * input.rows.scores[i];
        if (input.rows.positiveBits[i]) {
            group.positives += weight;
            ++group.ofPositives.count;
        } else {
            group.negatives += weight;
            ++group.ofNegatives.count;
        }
    }
    return groups;
}

void walkDown(const WalkInput& input, std::vector<GroupWalk>& groups) {
    std::vector<std::uint32_t> codes(input.rows.scores.size());
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = input.groupOf(i);
    const std::vector<OrderedScore> order = orderScores(input.rows.scores, codes, input.context);
    std::vector<std::uint32_t> here;  // groups with a sample at this score
    for (std::size_t k = 0; k < order.size(); ++k) {
        input.checkAt(k);
        GroupWalk& group = groups[order[k].payload];
        const std::size_t i = order[k].position;
        if (group.tpCountHere + group.fpCountHere == 0) here.push_back(order[k].payload);
        if (input.rows.positiveBits[i]) {
            group.tpHere += input.weightOf(i);
            ++group.tpCountHere;
        } else {
            group.fpHere += input.weightOf(i);
            ++group.fpCountHere;
        }
        if (k + 1 < order.size() && order[k + 1].key == order[k].key) continue;
        for (const std::uint32_t code : here)
            groups[code].closeScore();
        here.clear();
    }
}

std::optional<Interval> delongOf(const GroupWalk& group, double auc) {
    const std::uint64_t m = group.ofPositives.count;
    const std::uint64_t n = group.ofNegatives.count;
    if (m < 2 || n < 2) return std::nullopt;
    // The components were summed as twice the number of samples above: scale them to shares.
    const double twiceM = 2 * static_cast<double>(m);
    const double twiceN = 2 * static_cast<double>(n);
    const double variance = group.ofPositives.variance() / (twiceN * twiceN) / static_cast<double>(m) +
                            group.ofNegatives.variance() / (twiceM * twiceM) / static_cast<double>(n);
    const double half = kZ95 * std::sqrt(variance);
    return Interval{std::max(0.0, auc - half), std::min(1.0, auc + half)};
}

void setRanking(const GroupWalk& group, bool weighted, SegmentScores& scores) {
    scores.n = group.ofPositives.count + group.ofNegatives.count;
    scores.positives = group.ofPositives.count;
    const double weight = group.positives + group.negatives;
    scores.meanScore = weight > 0 ? group.scoreSum / weight : 0;
    if (!(group.positives > 0) || !(group.negatives > 0)) {
        const Reason why = scores.n == 0 ? Reason::NoSamples : Reason::SingleClass;
        scores.rocAuc = scores.averagePrecision = scores.ks = why;
        return;
    }
    const double auc = group.area / group.positives / group.negatives;
    scores.rocAuc = auc;
    scores.averagePrecision = group.precisionArea / group.positives;
    scores.ks = group.ks;
    if (!weighted) scores.rocAucInterval = delongOf(group, auc);
}

// Reliability bins (lo, hi] of equal width, edges i * (1.0 / bins): DEFINITIONS.md, "Probabilities".
template <std::size_t Bins>
struct Reliability {
    struct Bin {
        double weight = 0;
        double positives = 0;
        double scores = 0;
    };
    std::array<Bin, Bins> bins{};

    void add(double p, double weight, bool positive) {
        auto b = static_cast<std::size_t>(p * Bins);
        b = std::min(b, Bins - 1);
        constexpr double kWidth = 1.0 / Bins;
        while (b > 0 && p <= static_cast<double>(b) * kWidth)
            --b;
        while (b + 1 < Bins && p > static_cast<double>(b + 1) * kWidth)
            ++b;
        bins[b].weight += weight;
        bins[b].scores += weight * p;
        if (positive) bins[b].positives += weight;
    }
    double error(double total) const {
        double gaps = 0;
        for (const Bin& bin : bins)
            gaps += std::abs(bin.scores - bin.positives);
        return gaps / total;
    }
};

struct ProbabilityWalk {
    double weight = 0;
    double logLoss = 0;
    double brier = 0;
    Reliability<10> ten;
    Reliability<15> fifteen;
};

// Nothing when the scores are no probabilities.
std::optional<std::vector<ProbabilityWalk>> probabilityWalk(const WalkInput& input, ScoreKind kind) {
    const ProbabilityScale probability(kind);
    if (!probability.exists()) return std::nullopt;
    std::vector<ProbabilityWalk> groups(input.grouping.groups());
    for (std::size_t i = 0; i < input.rows.scores.size(); ++i) {
        input.checkAt(i);
        const double p = probability(input.rows.scores[i]);
        if (!(p >= 0 && p <= 1)) return std::nullopt;
        const bool positive = input.rows.positiveBits[i] != 0;
        const double weight = input.weightOf(i);
        const double clipped = std::clamp(p, kLogLossClip, 1 - kLogLossClip);
        const double miss = positive ? 1 - p : p;
        ProbabilityWalk& group = groups[input.groupOf(i)];
        group.weight += weight;
        group.logLoss -= weight * std::log(positive ? clipped : 1 - clipped);
        group.brier += weight * (miss * miss);
        group.ten.add(p, weight, positive);
        group.fifteen.add(p, weight, positive);
    }
    return groups;
}

void setProbability(const ProbabilityWalk* group, SegmentScores& scores) {
    if (!group || !(group->weight > 0)) {
        const Reason why = group ? Reason::NoSamples : Reason::NotProbabilities;
        scores.logLoss = scores.brier = scores.ece10 = scores.ece15 = why;
        return;
    }
    scores.logLoss = group->logLoss / group->weight;
    scores.brier = group->brier / group->weight;
    scores.ece10 = group->ten.error(group->weight);
    scores.ece15 = group->fifteen.error(group->weight);
}

}  // namespace

std::vector<SegmentScores> segmentScores(const ScoredRows& rows, const Grouping& grouping, ScoreKind kind,
                                         const RowSet* cohort, const TaskContext& context) {
    const WalkInput input{rows, grouping, context};
    std::vector<GroupWalk> groups = totals(input);
    walkDown(input, groups);
    const auto probabilities = probabilityWalk(input, kind);
    std::vector<SegmentScores> result(groups.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        setRanking(groups[g], !rows.weights.empty(), result[g]);
        setProbability(probabilities ? &(*probabilities)[g] : nullptr, result[g]);
    }
    if (!cohort) return result;
    std::vector<std::uint64_t> all(groups.size());
    cohort->forEach([&](RowIndex row) { ++all[grouping.codes[row]]; });
    for (std::size_t g = 0; g < groups.size(); ++g)
        result[g].excluded = all[g] - result[g].n;
    return result;
}

std::vector<SegmentScores> segmentScores(const RunAnalysis& analysis, const TaskContext& context) {
    if (!analysis.grouping) throw Error(ErrorCode::Internal, "Segments were asked of a run without groups.");
    return segmentScores(analysis.rows, *analysis.grouping, analysis.request.table->info().kind, nullptr,
                         context);
}

}  // namespace reckoner
