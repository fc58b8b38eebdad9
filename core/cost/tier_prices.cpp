#include "core/cost/tier_prices.h"

#include <cmath>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

constexpr const char* kMeasure = "price";

BoundCost sumOfPrices() {
    CostModel model;
    model.tp = model.fp = model.fn = model.tn = {0, 1, kMeasure};
    return {model, {kMeasure}};
}

}  // namespace

ReviewTerms reviewTerms(const CostModel& costs, const TierPlan& plan) {
    ReviewTerms terms;
    terms.cost = plan.reviewCost.value_or(costs.review);
    terms.accuracy = plan.accuracy.value_or(costs.reviewerAccuracy);
    return terms;
}

TierPrices tierPrices(const ScoredRows& rows, const std::vector<std::vector<double>>& amounts,
                      const BoundCost& cost, const ReviewTerms& terms, const TierPlan& plan,
                      const TaskContext& context) {
    TierPrices prices{std::vector<double>(rows.scores.size()), sumOfPrices()};
    for (std::size_t i = 0; i < prices.amounts.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        Sums one;
        one.n = 1;
        one.weight = one.weightSq = 1;
        for (std::size_t m = 0; m < amounts.size(); ++m)
            if (std::isfinite(amounts[m][i])) one.amounts[m] = amounts[m][i];
        const bool positive = rows.positiveBits[i] != 0;
        prices.amounts[i] = tierCost(cost, terms, plan.tiers[plan.tierOf(rows.scores[i])].act,
                                     positive ? one : Sums(), positive ? Sums() : one);
    }
    return prices;
}

}  // namespace reckoner
