#include "core/cost/dearest.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

constexpr std::size_t kFewest = 20;

const OutcomeCost& outcomeCost(const CostModel& costs, Outcome outcome) {
    const OutcomeCost* order[] = {&costs.tp, &costs.fp, &costs.fn, &costs.tn};
    return *order[static_cast<std::size_t>(outcome)];
}

}  // namespace

std::optional<Dearest> dearestTenth(const RunAnalysis& run, double threshold, Outcome outcome,
                                    const TaskContext& context) {
    const OutcomeCost& cost = outcomeCost(run.request.costs, outcome);
    if (cost.factor == 0 || cost.amountColumn.empty()) return std::nullopt;
    const ColumnInfo* column = run.request.table->find(cost.amountColumn);
    if (!column) return std::nullopt;
    const auto amounts = run.request.table->real(column->id, context);
    const bool positive = outcome == Outcome::Caught || outcome == Outcome::Missed;
    const bool flagged = outcome == Outcome::Caught || outcome == Outcome::FalseAlarm;
    const ScoredRows& rows = run.rows;
    std::vector<double> each;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        if ((rows.positiveBits[i] != 0) != positive || (rows.scores[i] >= threshold) != flagged) continue;
        const double amount = amounts->values()[rows.rows[i]];
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        each.push_back(weight * (cost.fixed + (std::isfinite(amount) ? cost.factor * amount : 0)));
    }
    if (each.size() < kFewest) return std::nullopt;
    const std::size_t tenth = each.size() / 10;
    std::nth_element(each.begin(), each.begin() + static_cast<std::ptrdiff_t>(tenth), each.end(),
                     std::greater<>());
    const auto middle = each.begin() + static_cast<std::ptrdiff_t>(tenth);
    const double most = std::accumulate(each.begin(), middle, 0.0);
    const double all = std::accumulate(middle, each.end(), most);
    const double share = all > 0 ? most / all : 0;
    // Alike to the percent: nothing to point at.
    if (share <= static_cast<double>(tenth) / static_cast<double>(each.size()) + 0.005) return std::nullopt;
    return Dearest{tenth, share};
}

}  // namespace reckoner
