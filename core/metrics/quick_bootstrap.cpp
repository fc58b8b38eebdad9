#include "core/metrics/quick_bootstrap.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/parallel_for.h"
#include "core/metrics/auc_difference.h"
#include "core/metrics/binned_draws.h"
#include "core/metrics/bootstrap_figures.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/multinomial.h"
#include "core/metrics/probability_scale.h"
#include "core/metrics/ranking.h"

namespace reckoner {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kChunk = 100;  // replicates claimed at a time

class QuickBootstrap {
 public:
    QuickBootstrap(const BootstrapRequest& first, const BootstrapRequest& second, Executor* executor,
                   const TaskContext& context, const FigureSink& sink)
        : first_(first),
          second_(second),
          positives_(first.rows->positiveBits),
          executor_(executor),
          context_(context),
          quiet_(context.stopToken()),
          sink_(sink) {
        assert(first.rows->weights.empty() && first.rows->scores.size() == second.rows->scores.size());
        result_.seed = first.seed;
        result_.replicates = first.replicates;
    }

    BootstrapIntervals run() {
        const auto positives = static_cast<std::size_t>(std::count_if(
            positives_.begin(), positives_.end(), [](std::uint8_t positive) { return positive != 0; }));
        if (positives == 0 || positives == positives_.size()) return result_;
        decisions();
        context_.report(0.2, "resampling");
        if (first_.cost && second_.cost) cost();
        context_.report(0.4, "resampling");
        losses();
        context_.report(0.6, "resampling");
        rocAuc();
        context_.report(1, "resampling");
        return std::move(result_);
    }

 private:
    template <class F>
    void eachReplicate(F&& replicate) const {
        const std::size_t chunks = (first_.replicates + kChunk - 1) / kChunk;
        parallelFor(chunks, executor_, quiet_, [&](std::size_t chunk) {
            const std::size_t end = std::min<std::size_t>(first_.replicates, (chunk + 1) * kChunk);
            for (std::size_t r = chunk * kChunk; r < end; ++r) {
                Random random(first_.seed, r);
                replicate(r, random);
            }
        });
    }

    void keep(const std::string& name, std::vector<double> replicates) {
        addFigure(name, std::move(replicates), result_);
        const auto found = result_.intervals.find(name);
        if (sink_ && found != result_.intervals.end()) sink_(name, found->second);
    }

    static Sums ofCount(std::uint64_t n) {
        Sums sums;
        sums.n = n;
        sums.weight = sums.weightSq = static_cast<double>(n);
        return sums;
    }

    // Cells: 4 x label + 2 x first's decision + second's.
    void decisions() {
        std::array<std::uint64_t, 8> counts{};
        for (std::size_t i = 0; i < positives_.size(); ++i)
            ++counts[(positives_[i] ? 4U : 0U) + (first_.rows->scores[i] >= first_.threshold ? 2U : 0U) +
                     (second_.rows->scores[i] >= second_.threshold ? 1U : 0U)];
        const auto& metrics = metricList();
        std::vector<std::vector<double>> values(metrics.size(),
                                                std::vector<double>(first_.replicates, kUndefined));
        std::vector<std::uint8_t> dropped(first_.replicates, 0);
        eachReplicate([&](std::size_t replicate, Random& random) {
            std::array<std::uint64_t, 8> n{};
            resampleCounts(random, counts, n);
            if (n[0] + n[1] + n[2] + n[3] == 0 || n[4] + n[5] + n[6] + n[7] == 0) {
                dropped[replicate] = 1;
                return;
            }
            const Tally first{ofCount(n[6] + n[7]), ofCount(n[2] + n[3]), ofCount(n[4] + n[5]),
                              ofCount(n[0] + n[1])};
            const Tally second{ofCount(n[5] + n[7]), ofCount(n[1] + n[3]), ofCount(n[4] + n[6]),
                               ofCount(n[0] + n[2])};
            for (std::size_t metric = 0; metric < metrics.size(); ++metric) {
                const Value before = metrics[metric].value(first);
                const Value now = metrics[metric].value(second);
                if (before && now) values[metric][replicate] = *now - *before;
            }
        });
        result_.dropped = static_cast<std::uint32_t>(std::count(dropped.begin(), dropped.end(), 1));
        for (std::size_t metric = 0; metric < metrics.size(); ++metric)
            keep(std::string(metrics[metric].id), std::move(values[metric]));
    }

    double costOf(const BootstrapRequest& request, std::size_t i) const {
        Sums sums = ofCount(1);
        for (std::size_t measure = 0; measure < request.amounts.size(); ++measure)
            if (std::isfinite(request.amounts[measure][i]))
                sums.amounts[measure] = request.amounts[measure][i];
        Tally tally;
        const bool flagged = request.rows->scores[i] >= request.threshold;
        (positives_[i] ? (flagged ? tally.tp : tally.fn) : (flagged ? tally.fp : tally.tn)) = sums;
        return request.cost->total(tally);
    }

    // Of a sum over n draws, or (mean) of their mean.
    void sums(const std::string& name, const std::vector<double>& values, bool mean) {
        const BinnedDraws draws(values, {}, 1);
        std::vector<double> replicates(first_.replicates);
        const double scale = mean ? 1 / static_cast<double>(values.size()) : 1;
        eachReplicate([&](std::size_t replicate, Random& random) {
            thread_local std::vector<std::uint64_t> drawn;
            BinnedDraws::ClassSum total;
            draws.draw(random, drawn, std::span(&total, 1));
            replicates[replicate] = total.sum * scale;
        });
        keep(name, std::move(replicates));
    }

    template <class F>
    std::vector<double> perSample(F&& value) const {
        constexpr std::size_t kBlock = 1 << 16;
        std::vector<double> values(positives_.size());
        parallelFor((values.size() + kBlock - 1) / kBlock, executor_, quiet_, [&](std::size_t block) {
            const std::size_t end = std::min(values.size(), (block + 1) * kBlock);
            for (std::size_t i = block * kBlock; i < end; ++i)
                values[i] = value(i);
        });
        return values;
    }

    void cost() {
        sums("cost", perSample([this](std::size_t i) { return costOf(second_, i) - costOf(first_, i); }),
             false);
    }

    void losses() {
        const ProbabilityScale before(first_.kind), now(second_.kind);
        if (!before.exists() || !now.exists()) return;
        const auto outside = [](const ProbabilityScale& scale, const std::vector<double>& scores) {
            return std::any_of(scores.begin(), scores.end(), [&scale](double score) {
                const double p = scale(score);
                return !(p >= 0 && p <= 1);
            });
        };
        if (outside(before, first_.rows->scores) || outside(now, second_.rows->scores)) return;
        const auto missed = [this](double p, std::size_t i) { return positives_[i] ? 1 - p : p; };
        const auto loss = [&missed](double p, std::size_t i) {
            const double clipped = std::clamp(p, kLogLossClip, 1 - kLogLossClip);
            return -std::log(std::max(1 - missed(clipped, i), kLogLossClip));
        };
        sums("brier", perSample([&](std::size_t i) {
                 const double b = missed(before(first_.rows->scores[i]), i);
                 const double n = missed(now(second_.rows->scores[i]), i);
                 return n * n - b * b;
             }),
             true);
        sums("log_loss", perSample([&](std::size_t i) {
                 return loss(now(second_.rows->scores[i]), i) - loss(before(first_.rows->scores[i]), i);
             }),
             true);
    }

    void rocAuc() {
        const auto parts =
            aucComponents(first_.rows->scores, second_.rows->scores, positives_, executor_, quiet_);
        if (!parts) return;
        const BinnedDraws draws(perSample([&](std::size_t i) { return parts->second[i] - parts->first[i]; }),
                                positives_, 2);
        const double exact = parts->difference;
        std::vector<double> replicates(first_.replicates, kUndefined);
        eachReplicate([&](std::size_t replicate, Random& random) {
            thread_local std::vector<std::uint64_t> drawn;
            std::array<BinnedDraws::ClassSum, 2> totals;
            draws.draw(random, drawn, totals);
            if (totals[0].n == 0 || totals[1].n == 0) return;
            // Both classes' components average to the difference; a replicate moves by how far each does.
            replicates[replicate] = totals[0].sum / static_cast<double>(totals[0].n) +
                                    totals[1].sum / static_cast<double>(totals[1].n) - exact;
        });
        keep("roc_auc", std::move(replicates));
    }

    const BootstrapRequest& first_;
    const BootstrapRequest& second_;
    std::span<const std::uint8_t> positives_;
    Executor* executor_;
    const TaskContext& context_;
    const TaskContext quiet_;
    const FigureSink& sink_;
    BootstrapIntervals result_;
};

}  // namespace

BootstrapIntervals quickPairedBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                        Executor* executor, const TaskContext& context,
                                        const FigureSink& sink) {
    return QuickBootstrap(first, second, executor, context, sink).run();
}

}  // namespace reckoner
