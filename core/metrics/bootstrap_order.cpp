#include "core/metrics/bootstrap_order.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/probability_scale.h"
#include "core/metrics/ranking.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

// (lo, hi] with edges i * (1.0 / bins), the first also holds 0: DEFINITIONS.md, "Probabilities".
std::uint8_t binOfProbability(double p, int bins) {
    const double width = 1.0 / bins;
    int bin = 0;
    while (bin + 1 < bins && p > (bin + 1) * width)
        ++bin;
    return static_cast<std::uint8_t>(bin);
}

void addTo(Sums& sums, double count, double weight) {
    sums.n += static_cast<std::uint64_t>(count);
    sums.weight += weight;
}

}  // namespace

BootstrapOrder::BootstrapOrder(const ScoredRows& rows, ScoreKind kind, double threshold,
                               const std::vector<std::span<const double>>& amounts,
                               const TaskContext& context) {
    const std::vector<OrderedScore> order = orderScores(rows.scores, {}, context);
    const ProbabilityScale scale(kind);
    const auto isProbability = [&scale](double score) {
        const double p = scale(score);
        return p >= 0 && p <= 1;
    };
    const bool probabilities =
        scale.exists() && std::all_of(rows.scores.begin(), rows.scores.end(), isProbability);
    std::vector<double> scores;
    amounts_.resize(amounts.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::uint32_t i = order[place].position;
        const bool positive = rows.positiveBits[i] != 0;
        positions_.push_back(i);
        scores.push_back(rows.scores[i]);
        positive_.push_back(positive);
        if (!rows.weights.empty()) weight_.push_back(rows.weights[i]);
        if (probabilities) {
            const double p = scale(rows.scores[i]);
            const double clipped = std::clamp(p, kLogLossClip, 1 - kLogLossClip);
            probability_.push_back(p);
            loss_.push_back(-std::log(positive ? clipped : 1 - clipped));
        }
        for (std::size_t m = 0; m < amounts.size(); ++m) {
            const double amount = std::isfinite(amounts[m][i]) ? amounts[m][i] : 0;
            amounts_[m].push_back(rows.weights.empty() ? amount : rows.weights[i] * amount);
        }
        if (place + 1 == order.size() || order[place + 1].key != order[place].key)
            tieEnds_.push_back(static_cast<std::uint32_t>(place + 1));
    }
    cutZones(threshold, scores);
}

void BootstrapOrder::cutZones(double threshold, const std::vector<double>& scores) {
    for (const std::uint32_t end : tieEnds_) {
        const double p = probabilities() ? probability_[end - 1] : 0;
        const Zone zone{end, scores[end - 1] >= threshold, binOfProbability(p, 10), binOfProbability(p, 15)};
        const bool same = !zones_.empty() && zones_.back().flagged == zone.flagged &&
                          zones_.back().bin10 == zone.bin10 && zones_.back().bin15 == zone.bin15;
        if (same)
            zones_.back().end = end;
        else
            zones_.push_back(zone);
    }
}

struct BootstrapOrder::ZoneSums {
    double count = 0;
    double positiveCount = 0;
    double positiveWeight = 0;
    double negativeWeight = 0;  // summed on its own: a difference would leave dust where there is nothing
    double probability = 0;
    double squaredMiss = 0;
    double loss = 0;
};

// Without a branch on the label, which the processor could not guess.
template <bool Weighted>
BootstrapOrder::ZoneSums BootstrapOrder::zoneSums(std::uint32_t first, std::uint32_t end,
                                                  std::span<const std::uint8_t> counts) const {
    ZoneSums sums;
    std::uint64_t count = 0;
    std::uint64_t positiveCount = 0;
    for (std::uint32_t i = first; i < end; ++i) {
        count += counts[i];
        positiveCount += static_cast<unsigned>(counts[i]) * positive_[i];
        if constexpr (Weighted) {
            const double weight = counts[i] * weight_[i];
            sums.positiveWeight += weight * positive_[i];
            sums.negativeWeight += weight * (1 - positive_[i]);
        }
    }
    sums.count = static_cast<double>(count);
    sums.positiveCount = static_cast<double>(positiveCount);
    if (!Weighted) {
        sums.positiveWeight = sums.positiveCount;
        sums.negativeWeight = sums.count - sums.positiveCount;
    }
    if (!probabilities()) return sums;
    for (std::uint32_t i = first; i < end; ++i) {
        const double weight = Weighted ? counts[i] * weight_[i] : counts[i];
        const double miss = probability_[i] - positive_[i];
        sums.probability += weight * probability_[i];
        sums.squaredMiss += weight * (miss * miss);
        sums.loss += weight * loss_[i];
    }
    return sums;
}

void BootstrapOrder::addAmounts(std::uint32_t first, const Zone& zone, std::span<const std::uint8_t> counts,
                                Tally& tally) const {
    Sums& positives = zone.flagged ? tally.tp : tally.fn;
    Sums& negatives = zone.flagged ? tally.fp : tally.tn;
    for (std::size_t m = 0; m < amounts_.size(); ++m) {
        double ofPositives = 0;
        double ofNegatives = 0;
        for (std::uint32_t i = first; i < zone.end; ++i) {
            const double amount = counts[i] * amounts_[m][i];
            ofPositives += amount * positive_[i];
            ofNegatives += amount * (1 - positive_[i]);
        }
        positives.amounts[m] += ofPositives;
        negatives.amounts[m] += ofNegatives;
    }
}

template <bool Weighted>
ReplicateSums BootstrapOrder::sumsOf(std::span<const std::uint8_t> counts) const {
    ReplicateSums result;
    std::array<double, 10> gaps10{};
    std::array<double, 15> gaps15{};
    std::uint32_t first = 0;
    for (const Zone& zone : zones_) {
        const ZoneSums sums = zoneSums<Weighted>(first, zone.end, counts);
        addTo(zone.flagged ? result.tally.tp : result.tally.fn, sums.positiveCount, sums.positiveWeight);
        addTo(zone.flagged ? result.tally.fp : result.tally.tn, sums.count - sums.positiveCount,
              sums.negativeWeight);
        addAmounts(first, zone, counts, result.tally);
        result.brier += sums.squaredMiss;
        result.logLoss += sums.loss;
        gaps10[zone.bin10] += sums.probability - sums.positiveWeight;
        gaps15[zone.bin15] += sums.probability - sums.positiveWeight;
        first = zone.end;
    }
    for (const double gap : gaps10)
        result.gaps10 += std::abs(gap);
    for (const double gap : gaps15)
        result.gaps15 += std::abs(gap);
    return result;
}

template <bool Weighted>
ReplicateRanking BootstrapOrder::rankingOf(std::span<const std::uint8_t> counts,
                                           const ReplicateSums& sums) const {
    const double positives = sums.tally.tp.weight + sums.tally.fn.weight;
    const double negatives = sums.tally.fp.weight + sums.tally.tn.weight;
    double tp = 0;
    double fp = 0;
    double area = 0;
    double precisionArea = 0;
    double distance = 0;
    std::uint32_t i = 0;
    constexpr double kTiny = 1e-300;  // before the first draw the precision is 0 / kTiny = 0
    for (const std::uint32_t end : tieEnds_) {
        double tpHere = 0;
        double fpHere = 0;
        for (; i < end; ++i) {
            const double weight = Weighted ? counts[i] * weight_[i] : counts[i];
            tpHere += weight * positive_[i];
            fpHere += weight * (1 - positive_[i]);
        }
        area += fpHere * (tp + tpHere / 2);
        tp += tpHere;
        fp += fpHere;
        // A third of the scores is not drawn: adding nothing is cheaper than a branch that is guessed wrong.
        precisionArea += tpHere * (tp / std::max(tp + fp, kTiny));
        distance = std::max(distance, std::abs(tp * negatives - fp * positives));
    }
    return {area / positives / negatives, precisionArea / positives, distance / positives / negatives};
}

ReplicateSums BootstrapOrder::sums(std::span<const std::uint8_t> counts) const {
    return weight_.empty() ? sumsOf<false>(counts) : sumsOf<true>(counts);
}

ReplicateRanking BootstrapOrder::ranking(std::span<const std::uint8_t> counts,
                                         const ReplicateSums& sums) const {
    return weight_.empty() ? rankingOf<false>(counts, sums) : rankingOf<true>(counts, sums);
}

}  // namespace reckoner
