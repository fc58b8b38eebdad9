#include "core/cost/cross_fit.h"

#include <limits>
#include <numeric>

#include "core/base/cancel_every.h"
#include "core/base/random.h"
#include "core/cost/sample_costs.h"
#include "core/cost/sum_interval.h"
#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

// One walk from "nobody" down to the lowest score: what flagging down to here changes in each fold; the
// cheapest place of all other folds together is kept for each.
class FoldWalk {
 public:
    explicit FoldWalk(std::uint32_t folds)
        : change_(folds), least_(folds, 0), threshold_(folds, std::numeric_limits<double>::infinity()) {}

    void flag(std::uint8_t fold, double change) {
        change_[fold] += change;
        all_ += change;
    }
    void endOfScore(double score) {
        for (std::size_t fold = 0; fold < change_.size(); ++fold) {
            const double others = all_ - change_[fold];
            if (others >= least_[fold]) continue;
            least_[fold] = others;
            threshold_[fold] = score;
        }
    }
    std::vector<double> thresholds() && { return std::move(threshold_); }

 private:
    double all_ = 0;
    std::vector<double> change_;
    std::vector<double> least_;
    std::vector<double> threshold_;
};

}  // namespace

std::vector<std::uint8_t> crossFitFolds(std::size_t samples, std::uint32_t folds, std::uint64_t seed) {
    std::vector<std::uint8_t> fold(samples);
    for (std::size_t i = 0; i < samples; ++i)
        fold[i] = static_cast<std::uint8_t>(i % folds);
    Random random(seed);
    for (std::size_t i = samples; i > 1; --i)
        std::swap(fold[i - 1], fold[static_cast<std::size_t>(random.below(i))]);
    return fold;
}

std::optional<CrossFit> crossFit(const RunAnalysis& run, double policy, std::uint64_t seed,
                                 std::uint32_t folds, const TaskContext& context) {
    const SampleCosts costs(run, context);
    const std::size_t n = costs.size();
    if (n < std::size_t{2} * folds) return std::nullopt;
    const std::vector<std::uint8_t> fold = crossFitFolds(n, folds, seed);
    const std::vector<OrderedScore> order = orderScores(run.rows.scores, {}, context);
    FoldWalk walk(folds);
    for (std::size_t i = 0; i < n; ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        const std::size_t at = order[i].position;
        walk.flag(fold[at], costs.of(at, true) - costs.of(at, false));
        if (i + 1 == n || order[i + 1].key != order[i].key) walk.endOfScore(scoreOfKey(order[i].key));
    }
    CrossFit result;
    result.thresholds = std::move(walk).thresholds();
    std::vector<double> savings(n);
    for (std::size_t i = 0; i < n; ++i)
        savings[i] = costs.at(i, policy) - costs.at(i, result.thresholds[fold[i]]);
    result.saving = run.perPeriod(std::accumulate(savings.begin(), savings.end(), 0.0));
    const Interval total = sumInterval95(savings, context);
    result.interval = {run.perPeriod(total.lo), run.perPeriod(total.hi)};
    return result;
}

}  // namespace reckoner
