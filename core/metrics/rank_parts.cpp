#include "core/metrics/rank_parts.h"

#include <algorithm>
#include <cmath>

#include "core/metrics/block_sum.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

// Samples of one score.
struct Tie {
    std::size_t end = 0;  // one past its last place
    double positives = 0;
    double negatives = 0;
};

class Ranking {
 public:
    Ranking(std::span<const double> scores, std::span<const std::uint8_t> positives,
            std::span<const double> weights, const TaskContext& context)
        : order_(orderScores(scores, {}, context)), positives_(positives), weights_(weights) {
        for (std::size_t first = 0; first < order_.size();) {
            Tie tie;
            for (tie.end = first; tie.end < order_.size() && order_[tie.end].key == order_[first].key;
                 ++tie.end) {
                const std::uint32_t i = order_[tie.end].position;
                (positives_[i] ? tie.positives : tie.negatives) += weights_.empty() ? 1 : weights_[i];
            }
            ties_.push_back(tie);
            first = tie.end;
        }
        for (const Tie& tie : ties_) {
            parts_.positives += tie.positives;
            parts_.negatives += tie.negatives;
        }
    }

    RankParts parts() {
        shares();
        pulls();
        bins();
        return std::move(parts_);
    }

 private:
    template <class F>
    void eachOf(std::size_t tie, F&& visit) const {
        for (std::size_t place = tie == 0 ? 0 : ties_[tie - 1].end; place < ties_[tie].end; ++place)
            visit(order_[place].position);
    }

    void shares() {
        parts_.aucShares.resize(order_.size());
        double positivesAbove = 0;
        double negativesAbove = 0;
        BlockSum area;
        for (std::size_t t = 0; t < ties_.size(); ++t) {
            const Tie& tie = ties_[t];
            const double beaten = (parts_.negatives - negativesAbove - tie.negatives / 2) / parts_.negatives;
            const double beating = (positivesAbove + tie.positives / 2) / parts_.positives;
            eachOf(t, [&](std::uint32_t i) { parts_.aucShares[i] = positives_[i] ? beaten : beating; });
            area.add(tie.positives * beaten);
            positivesAbove += tie.positives;
            negativesAbove += tie.negatives;
        }
        parts_.rocAuc = area.value() / parts_.positives;
    }

    // Of AP = sum over scores of p tp / (tp + fp) / P, with p the positives at a score and tp, fp those from
    // there up: its derivative by the weight of each sample.
    void pulls() {
        parts_.precisionPulls.resize(order_.size());
        std::vector<double> precisions(ties_.size());
        double tp = 0;
        double fp = 0;
        BlockSum area;
        for (std::size_t t = 0; t < ties_.size(); ++t) {
            tp += ties_[t].positives;
            fp += ties_[t].negatives;
            precisions[t] = tp + fp > 0 ? tp / (tp + fp) : 0;
            area.add(ties_[t].positives * precisions[t]);
        }
        parts_.averagePrecision = area.value() / parts_.positives;
        // From the lowest score up: what a sample there and above adds to all precisions below it.
        double ofPositive = 0;
        double ofNegative = 0;
        for (std::size_t t = ties_.size(); t-- > 0;) {
            const Tie& tie = ties_[t];
            const double all = tp + fp;
            if (all > 0) {
                ofPositive += tie.positives * fp / (all * all);
                ofNegative -= tie.positives * tp / (all * all);
            }
            const double positive = precisions[t] - parts_.averagePrecision + ofPositive;
            eachOf(t, [&](std::uint32_t i) {
                parts_.precisionPulls[i] = positives_[i] ? positive : ofNegative;
            });
            tp -= tie.positives;
            fp -= tie.negatives;
        }
    }

    std::size_t placeOfKs() {
        double tp = 0;
        double fp = 0;
        double furthest = -1;
        std::size_t place = 0;
        for (const Tie& tie : ties_) {
            tp += tie.positives;
            fp += tie.negatives;
            const double apart = std::fabs(tp * parts_.negatives - fp * parts_.positives);
            if (apart <= furthest) continue;
            furthest = apart;
            place = tie.end;
        }
        parts_.ks = furthest / parts_.positives / parts_.negatives;
        return place;
    }

    void bins() {
        const double n = static_cast<double>(order_.size());
        // The place of a maximum moves by the order of n^(2/3).
        const double reach = std::min(n, 4 * std::cbrt(n) * std::cbrt(n));
        const double middle = static_cast<double>(placeOfKs());
        constexpr std::size_t kHalf = RankParts::kBins / 2;
        std::vector<double> edges;
        for (std::size_t i = 1; i < kHalf; ++i) {
            edges.push_back(n * static_cast<double>(i) / kHalf);
            edges.push_back(middle + reach * (2.0 * static_cast<double>(i) / kHalf - 1));
        }
        std::sort(edges.begin(), edges.end());
        parts_.bins.resize(order_.size());
        std::uint8_t bin = 0;
        std::size_t next = 0;
        for (std::size_t t = 0; t < ties_.size(); ++t) {
            eachOf(t, [&](std::uint32_t i) { parts_.bins[i] = bin; });
            const double end = static_cast<double>(ties_[t].end);
            if (next < edges.size() && edges[next] <= end) ++bin;
            while (next < edges.size() && edges[next] <= end)
                ++next;
        }
    }

    std::vector<OrderedScore> order_;
    std::span<const std::uint8_t> positives_;
    std::span<const double> weights_;
    std::vector<Tie> ties_;
    RankParts parts_;
};

}  // namespace

RankParts rankParts(std::span<const double> scores, std::span<const std::uint8_t> positives,
                    std::span<const double> weights, const TaskContext& context) {
    return Ranking(scores, positives, weights, context).parts();
}

}  // namespace reckoner
