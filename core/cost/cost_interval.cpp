#include "core/cost/cost_interval.h"

#include <algorithm>
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

// What each sample costs at a threshold.
std::vector<double> costPerSample(const RunAnalysis& run, double threshold, const TaskContext& context) {
    const CostModel& model = run.cost.model();
    const ScoredRows& rows = run.rows;
    const auto amountsOf = [&](const OutcomeCost& cost) -> std::shared_ptr<const RealColumn> {
        if (cost.amountColumn.empty() || cost.factor == 0) return nullptr;
        const ColumnInfo* column = run.request.table->find(cost.amountColumn);
        if (!column)
            throw Error(ErrorCode::BadInput,
                        "The cost model needs the column \"" + cost.amountColumn + "\".");
        return run.request.table->real(column->id, context);
    };
    const OutcomeCost* outcomes[4] = {&model.tn, &model.fp, &model.fn, &model.tp};  // positive * 2 + flagged
    std::shared_ptr<const RealColumn> amounts[4];
    for (int i = 0; i < 4; ++i)
        amounts[i] = amountsOf(*outcomes[i]);

    std::vector<double> costs(rows.rows.size());
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const int outcome = rows.positiveBits[i] * 2 + (rows.scores[i] >= threshold ? 1 : 0);
        double cost = outcomes[outcome]->fixed;
        if (amounts[outcome]) {
            const double amount = amounts[outcome]->values()[rows.rows[i]];
            if (std::isfinite(amount)) cost += outcomes[outcome]->factor * amount;
        }
        costs[i] = rows.weights.empty() ? cost : cost * rows.weights[i];
    }
    return costs;
}

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

Interval normal95(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    double squares = 0;
    for (const double value : values)
        squares += (value - sum / n) * (value - sum / n);
    const double error = std::sqrt(squares / n) * std::sqrt(n);
    return {sum - kZ95 * error, sum + kZ95 * error};
}

}  // namespace

CostIntervals costIntervals(const RunAnalysis& run, double threshold, std::optional<double> other,
                            const TaskContext& context) {
    CostIntervals result;
    std::vector<double> now = costPerSample(run, threshold, context);
    const std::size_t n = now.size();
    if (n < 2) return result;
    std::vector<double> difference;
    if (other) {
        difference = costPerSample(run, *other, context);
        for (std::size_t i = 0; i < n; ++i)
            difference[i] = now[i] - difference[i];
    }
    const auto perPeriod = [&](Interval totals) {
        return Interval{run.perPeriod(totals.lo), run.perPeriod(totals.hi)};
    };
    if (n > kResampledAtMost) {
        result.now = perPeriod(normal95(now));
        if (other) result.difference = perPeriod(normal95(difference));
        return result;
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
