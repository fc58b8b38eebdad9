#include "core/metrics/quick_replicates.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

#include "core/base/parallel_for.h"
#include "core/base/undefined.h"
#include "core/metrics/binned_draws.h"
#include "core/metrics/block_sum.h"
#include "core/metrics/calibration.h"
#include "core/metrics/joint_cells.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/probability_scale.h"
#include "core/metrics/rank_parts.h"
#include "core/metrics/ranking.h"

namespace reckoner {
namespace {

constexpr std::size_t kChunk = 100;      // replicates claimed at a time
constexpr std::size_t kBlock = 1 << 16;  // samples

using Bins = std::array<double, JointCells::kBins>;

class Draw {
 public:
    Draw(const QuickDraw& draw, Executor* executor, const TaskContext& context, const ReplicateSink& sink)
        : draw_(draw),
          second_(*draw.second),
          positives_(second_.rows->positiveBits),
          weights_(second_.rows->weights),
          executor_(executor),
          context_(context),
          quiet_(context.stopToken()),
          sink_(sink) {
        assert(!draw.first || draw.first->rows->scores.size() == second_.rows->scores.size());
    }

    std::vector<std::uint8_t> run() {
        std::vector<std::uint8_t> kept(draw_.replicates, 0);
        BlockSum all;
        BlockSum ofPositives;
        for (std::size_t i = 0; i < n(); ++i) {
            all.add(weight(i));
            ofPositives.add(positives_[i] ? weight(i) : 0);
        }
        weight_ = all.value();
        if (!(ofPositives.value() > 0) || !(ofPositives.value() < weight_)) return kept;
        decisions(kept);
        step(0.15);
        if (second_.cost && (!draw_.first || draw_.first->cost)) cost();
        step(0.3);
        const bool probabilities = readProbabilities();
        if (probabilities) losses();
        step(0.45);
        rank();
        ranking("roc_auc");
        step(0.6);
        ranking("average_precision");
        step(0.7);
        ks();
        step(0.85);
        if (probabilities)
            for (const int bins : {10, 15})
                calibrationError(bins);
        step(1);
        return kept;
    }

 private:
    std::size_t n() const { return positives_.size(); }
    double weight(std::size_t i) const { return weights_.empty() ? 1 : weights_[i]; }
    void step(double share) const { context_.report(share, "resampling"); }

    template <class F>
    void eachReplicate(F&& replicate) const {
        const std::size_t chunks = (draw_.replicates + kChunk - 1) / kChunk;
        parallelFor(chunks, executor_, quiet_, [&](std::size_t chunk) {
            const std::size_t end = std::min<std::size_t>(draw_.replicates, (chunk + 1) * kChunk);
            for (std::size_t r = chunk * kChunk; r < end; ++r) {
                Random random(draw_.seed, r);
                replicate(r, random);
            }
        });
    }

    template <class F>
    std::vector<double> perSample(F&& value) const {
        std::vector<double> values(n());
        parallelFor((n() + kBlock - 1) / kBlock, executor_, quiet_, [&](std::size_t block) {
            const std::size_t end = std::min(n(), (block + 1) * kBlock);
            for (std::size_t i = block * kBlock; i < end; ++i)
                values[i] = value(i);
        });
        return values;
    }

    std::vector<double> undefined() const { return std::vector<double>(draw_.replicates, kUndefined); }

    // --- decisions ---

    static Sums sumsOf(const BinnedDraws::ClassSum& one, const BinnedDraws::ClassSum& other) {
        Sums sums;
        sums.n = one.n + other.n;
        sums.weight = sums.weightSq = one.sum + other.sum;
        return sums;
    }

    static bool flags(const BootstrapRequest& request, std::size_t i) {
        return request.rows->scores[i] >= request.threshold;
    }

    // Cells: 4 x label + 2 x first's decision + second's.
    void decisions(std::vector<std::uint8_t>& kept) {
        std::vector<std::uint8_t> cells(n());
        for (std::size_t i = 0; i < n(); ++i)
            cells[i] = static_cast<std::uint8_t>((positives_[i] ? 4 : 0) +
                                                 (draw_.first && flags(*draw_.first, i) ? 2 : 0) +
                                                 (flags(second_, i) ? 1 : 0));
        const std::vector<double> ones = weights_.empty() ? std::vector<double>(n(), 1.0) : weights_;
        const BinnedDraws draws(ones, cells, 8);
        const auto& metrics = metricList();
        std::vector<std::vector<double>> values(metrics.size(), undefined());
        eachReplicate([&](std::size_t replicate, Random& random) {
            thread_local std::vector<std::uint64_t> drawn;
            std::array<BinnedDraws::ClassSum, 8> c;
            draws.draw(random, drawn, c);
            const Tally before{sumsOf(c[6], c[7]), sumsOf(c[2], c[3]), sumsOf(c[4], c[5]),
                               sumsOf(c[0], c[1])};
            const Tally now{sumsOf(c[5], c[7]), sumsOf(c[1], c[3]), sumsOf(c[4], c[6]), sumsOf(c[0], c[2])};
            if (!(now.tp.weight + now.fn.weight > 0) || !(now.fp.weight + now.tn.weight > 0)) return;
            kept[replicate] = 1;
            for (std::size_t metric = 0; metric < metrics.size(); ++metric) {
                const Value then = draw_.first ? metrics[metric].value(before) : Value(0.0);
                const Value here = metrics[metric].value(now);
                if (then && here) values[metric][replicate] = *here - *then;
            }
        });
        for (std::size_t metric = 0; metric < metrics.size(); ++metric)
            sink_(std::string(metrics[metric].id), std::move(values[metric]));
    }

    // --- sums over samples ---

    double costOf(const BootstrapRequest& request, std::size_t i) const {
        const double weight = this->weight(i);
        Sums sums;
        sums.n = 1;
        sums.weight = weight;
        sums.weightSq = weight * weight;
        for (std::size_t measure = 0; measure < request.amounts.size(); ++measure)
            if (std::isfinite(request.amounts[measure][i]))
                sums.amounts[measure] = weight * request.amounts[measure][i];
        Tally tally;
        const bool flagged = flags(request, i);
        (positives_[i] ? (flagged ? tally.tp : tally.fn) : (flagged ? tally.fp : tally.tn)) = sums;
        return request.cost->total(tally);
    }

    // exact + the sum over a replicate.
    void sums(const std::string& name, const std::vector<double>& values, double exact) {
        const BinnedDraws draws(values, {}, 1);
        std::vector<double> replicates(draw_.replicates);
        eachReplicate([&](std::size_t replicate, Random& random) {
            thread_local std::vector<std::uint64_t> drawn;
            BinnedDraws::ClassSum total;
            draws.draw(random, drawn, std::span(&total, 1));
            replicates[replicate] = exact + total.sum;
        });
        sink_(name, std::move(replicates));
    }

    void cost() {
        sums("cost", perSample([this](std::size_t i) {
                 return costOf(second_, i) - (draw_.first ? costOf(*draw_.first, i) : 0);
             }),
             0);
    }

    // --- probabilities ---

    static bool read(const BootstrapRequest& request, std::vector<double>& out) {
        const ProbabilityScale scale(request.kind);
        if (!scale.exists()) return false;
        out.clear();
        out.reserve(request.rows->scores.size());
        for (const double score : request.rows->scores) {
            out.push_back(scale(score));
            if (!(out.back() >= 0 && out.back() <= 1)) return false;
        }
        return true;
    }

    bool readProbabilities() {
        return read(second_, probabilityNow_) && (!draw_.first || read(*draw_.first, probabilityBefore_));
    }

    // The weighted mean of a loss: what each sample adds about the exact difference.
    template <class F>
    void meanLoss(const std::string& name, F&& lossOf) {
        std::vector<double> values = perSample([&](std::size_t i) {
            return lossOf(probabilityNow_[i], i) - (draw_.first ? lossOf(probabilityBefore_[i], i) : 0);
        });
        BlockSum sum;
        for (std::size_t i = 0; i < n(); ++i)
            sum.add(weight(i) * values[i]);
        const double exact = sum.value() / weight_;
        for (std::size_t i = 0; i < n(); ++i)
            values[i] = weight(i) * (values[i] - exact) / weight_;
        sums(name, values, exact);
    }

    void losses() {
        meanLoss("brier", [this](double p, std::size_t i) {
            const double missed = positives_[i] ? 1 - p : p;
            return missed * missed;
        });
        meanLoss("log_loss", [this](double p, std::size_t i) {
            const double clipped = std::clamp(p, kLogLossClip, 1 - kLogLossClip);
            return -std::log(positives_[i] ? clipped : 1 - clipped);
        });
    }

    // Gaps of confidence and truth by both runs' bins; an ECE is the sum of their sizes over the weight.
    void calibrationError(int bins) {
        const double width = 1.0 / bins;
        const auto binOf = [&](double p) {
            int bin = 0;
            while (bin + 1 < bins && p > (bin + 1) * width)
                ++bin;
            return static_cast<std::uint8_t>(bin);
        };
        const JointCells cells(n(), [&](std::size_t i) {
            const double truth = positives_[i] ? 1 : 0;
            JointSample sample{0, binOf(probabilityNow_[i]), positives_[i] != 0, 0,
                               weight(i) * (probabilityNow_[i] - truth)};
            if (draw_.first) {
                sample.first = binOf(probabilityBefore_[i]);
                sample.x = weight(i) * (probabilityBefore_[i] - truth);
            }
            return sample;
        });
        std::vector<double> replicates(draw_.replicates);
        eachReplicate([&](std::size_t replicate, Random& random) {
            thread_local std::vector<std::uint64_t> drawn;
            Bins before{};
            Bins now{};
            cells.draw(random, drawn, [&](std::uint8_t a, std::uint8_t b, bool, double x, double y) {
                before[a] += x;
                now[b] += y;
            });
            double gaps = 0;
            for (std::size_t bin = 0; bin < static_cast<std::size_t>(bins); ++bin)
                gaps += std::fabs(now[bin]) - std::fabs(before[bin]);
            replicates[replicate] = gaps / weight_;
        });
        sink_("ece_" + std::to_string(bins), std::move(replicates));
    }

    // --- ranking ---

    void rank() {
        parallelFor(draw_.first ? 2 : 1, executor_, quiet_, [&](std::size_t side) {
            const BootstrapRequest& run = side == 0 ? second_ : *draw_.first;
            (side == 0 ? now_ : before_) = rankParts(run.rows->scores, positives_, weights_, quiet_);
        });
    }

    void ranking(const std::string& name) {
        const bool auc = name == "roc_auc";
        const double exact =
            auc ? now_.rocAuc - before_.rocAuc : now_.averagePrecision - before_.averagePrecision;
        const std::vector<double>& now = auc ? now_.aucShares : now_.precisionPulls;
        const std::vector<double>& before = auc ? before_.aucShares : before_.precisionPulls;
        const double middle = auc ? exact : 0;
        const BinnedDraws draws(perSample([&](std::size_t i) {
                                    return weight(i) * (now[i] - (draw_.first ? before[i] : 0) - middle);
                                }),
                                positives_, 2);
        // Each class has its own share of the AUC; the average precision is a mean over the positives.
        const double weights[] = {auc ? now_.negatives : now_.positives, now_.positives};
        const auto ofPositives = static_cast<double>(
            std::count_if(positives_.begin(), positives_.end(), [](std::uint8_t one) { return one != 0; }));
        const double counts[] = {static_cast<double>(n()) - ofPositives, ofPositives};
        std::vector<double> replicates = undefined();
        eachReplicate([&](std::size_t replicate, Random& random) {
            thread_local std::vector<std::uint64_t> drawn;
            std::array<BinnedDraws::ClassSum, 2> totals;
            draws.draw(random, drawn, totals);
            if (totals[0].n == 0 || totals[1].n == 0) return;
            double moved = 0;
            for (const std::size_t one : {0, 1}) {
                const std::size_t measured = auc ? one : 1;
                const double held = static_cast<double>(totals[measured].n) / counts[measured];
                moved += totals[one].sum / (weights[one] * held);
            }
            replicates[replicate] = exact + moved;
        });
        sink_(name, std::move(replicates));
    }

    struct Distances {
        Bins positives{};
        Bins negatives{};
        double furthest(double ofPositives, double ofNegatives) const {
            double tp = 0;
            double fp = 0;
            double most = 0;
            for (std::size_t bin = 0; bin < positives.size(); ++bin) {
                tp += positives[bin];
                fp += negatives[bin];
                most = std::max(most, std::fabs(tp / ofPositives - fp / ofNegatives));
            }
            return most;
        }
    };

    template <class Visit>
    double ksOf(Visit&& visit) const {
        Distances before;
        Distances now;
        visit([&](std::uint8_t a, std::uint8_t b, bool positive, double weight, double) {
            (positive ? before.positives : before.negatives)[a] += weight;
            (positive ? now.positives : now.negatives)[b] += weight;
        });
        double ofPositives = 0;
        double ofNegatives = 0;
        for (std::size_t bin = 0; bin < now.positives.size(); ++bin) {
            ofPositives += now.positives[bin];
            ofNegatives += now.negatives[bin];
        }
        if (!(ofPositives > 0) || !(ofNegatives > 0)) return kUndefined;
        return now.furthest(ofPositives, ofNegatives) -
               (draw_.first ? before.furthest(ofPositives, ofNegatives) : 0);
    }

    void ks() {
        static_assert(RankParts::kBins == JointCells::kBins);
        const JointCells cells(n(), [&](std::size_t i) {
            return JointSample{draw_.first ? before_.bins[i] : std::uint8_t{0}, now_.bins[i],
                               positives_[i] != 0, weight(i), 0};
        });
        const double exact = now_.ks - before_.ks;
        const double binned = ksOf([&](auto&& visit) { cells.whole(visit); });
        std::vector<double> replicates(draw_.replicates);
        eachReplicate([&](std::size_t replicate, Random& random) {
            thread_local std::vector<std::uint64_t> drawn;
            replicates[replicate] =
                ksOf([&](auto&& visit) { cells.draw(random, drawn, visit); }) + (exact - binned);
        });
        sink_("ks", std::move(replicates));
    }

    const QuickDraw& draw_;
    const BootstrapRequest& second_;
    std::span<const std::uint8_t> positives_;
    const std::vector<double>& weights_;
    Executor* executor_;
    const TaskContext& context_;
    const TaskContext quiet_;
    const ReplicateSink& sink_;
    double weight_ = 0;
    std::vector<double> probabilityBefore_, probabilityNow_;
    RankParts before_, now_;
};

}  // namespace

std::vector<std::uint8_t> quickReplicates(const QuickDraw& draw, Executor* executor,
                                          const TaskContext& context, const ReplicateSink& sink) {
    return Draw(draw, executor, context, sink).run();
}

}  // namespace reckoner
