#include "core/cost/cost_interval.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/metrics/intervals.h"

namespace reckoner {
namespace {

constexpr std::uint32_t kReplicates2000 = 2'000;
constexpr std::uint64_t kSeed = 20'260'101;
constexpr std::size_t kResampledAtMost = 50'000;

// What each sample costs at a threshold. Holds the amount columns, no copy of them.
class SampleCosts {
 public:
    SampleCosts(const RunAnalysis& run, const TaskContext& context) : rows_(run.rows) {
        const CostModel& model = run.cost.model();
        outcomes_ = {&model.tn, &model.fp, &model.fn, &model.tp};  // positive * 2 + flagged
        for (std::size_t i = 0; i < outcomes_.size(); ++i) {
            const OutcomeCost& cost = *outcomes_[i];
            if (cost.amountColumn.empty() || cost.factor == 0) continue;
            const ColumnInfo* column = run.request.table->find(cost.amountColumn);
            if (!column)
                throw Error(ErrorCode::BadInput,
                            "The cost model needs the column \"" + cost.amountColumn + "\".");
            amounts_[i] = run.request.table->real(column->id, context);
        }
    }

    std::size_t size() const { return rows_.rows.size(); }
    double at(std::size_t i, double threshold) const {
        const auto outcome =
            static_cast<std::size_t>(rows_.positiveBits[i] * 2 + (rows_.scores[i] >= threshold ? 1 : 0));
        double cost = outcomes_[outcome]->fixed;
        if (amounts_[outcome]) {
            const double amount = amounts_[outcome]->values()[rows_.rows[i]];
            if (std::isfinite(amount)) cost += outcomes_[outcome]->factor * amount;
        }
        return rows_.weights.empty() ? cost : cost * rows_.weights[i];
    }

 private:
    const ScoredRows& rows_;
    std::array<const OutcomeCost*, 4> outcomes_{};
    std::array<std::shared_ptr<const RealColumn>, 4> amounts_;
};

double quantile(std::vector<double>& sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Interval percentile95(std::vector<double>& totals) {
    std::sort(totals.begin(), totals.end());
    return {quantile(totals, 0.025), quantile(totals, 0.975)};
}

// The interval a percentile bootstrap of a sum converges to, in one pass (Welford 1962).
template <class Value>
Interval normal95(std::size_t n, const TaskContext& context, Value value) {
    double mean = 0;
    double squares = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (i % 1'000'000 == 0) context.checkCancelled();
        const double v = value(i);
        const double delta = v - mean;
        mean += delta / static_cast<double>(i + 1);
        squares += delta * (v - mean);
    }
    const auto count = static_cast<double>(n);
    const double error = kZ95 * std::sqrt(squares);
    return {mean * count - error, mean * count + error};
}

}  // namespace

CostIntervals costIntervals(const RunAnalysis& run, double threshold, std::optional<double> other,
                            const TaskContext& context) {
    CostIntervals result;
    const SampleCosts costs(run, context);
    const std::size_t n = costs.size();
    if (n < 2) return result;
    const auto perPeriod = [&](Interval totals) {
        return Interval{run.perPeriod(totals.lo), run.perPeriod(totals.hi)};
    };
    const auto costAt = [&](std::size_t i) { return costs.at(i, threshold); };
    const auto changeAt = [&](std::size_t i) { return costs.at(i, threshold) - costs.at(i, *other); };
    if (n > kResampledAtMost) {
        result.now = perPeriod(normal95(n, context, costAt));
        if (other) result.difference = perPeriod(normal95(n, context, changeAt));
        return result;
    }
    std::vector<double> now(n);
    std::vector<double> difference(other ? n : 0);
    for (std::size_t i = 0; i < n; ++i) {
        now[i] = costAt(i);
        if (other) difference[i] = changeAt(i);
    }
    std::vector<double> totals(kReplicates2000);
    std::vector<double> differences(kReplicates2000);
    for (std::uint32_t replicate = 0; replicate < kReplicates2000; ++replicate) {
        if (replicate % 64 == 0) context.checkCancelled();
        Random random(kSeed, replicate);
        double total = 0;
        double change = 0;
        for (std::size_t draw = 0; draw < n; ++draw) {
            const auto i = static_cast<std::size_t>(random.below(n));
            total += now[i];
            if (other) change += difference[i];
        }
        totals[replicate] = total;
        differences[replicate] = change;
    }
    result.now = perPeriod(percentile95(totals));
    if (other) result.difference = perPeriod(percentile95(differences));
    return result;
}

}  // namespace reckoner
