#include "core/cost/cost_model.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace reckoner {
namespace {

bool usesAmount(const OutcomeCost& cost) {
    return cost.factor != 0 && !cost.amountColumn.empty();
}

double moneyOf(const OutcomeCost& cost, int measure, const Sums& sums) {
    const double fixed = cost.fixed * sums.weight;
    return measure < 0 ? fixed : fixed + cost.factor * sums.amounts[static_cast<std::size_t>(measure)];
}

}  // namespace

std::vector<std::string> CostModel::measures() const {
    std::vector<std::string> result;
    for (const OutcomeCost* cost : {&tp, &fp, &fn, &tn})
        if (usesAmount(*cost) && std::find(result.begin(), result.end(), cost->amountColumn) == result.end())
            result.push_back(cost->amountColumn);
    return result;
}

ClassShift classShift(std::optional<double> prevalence, double positives, double negatives) {
    const double all = positives + negatives;
    if (!prevalence || !(positives > 0) || !(negatives > 0) || !std::isfinite(all)) return {};
    return {*prevalence * all / positives, (1 - *prevalence) * all / negatives};
}

BoundCost::BoundCost(const CostModel& model, const std::vector<std::string>& measures, ClassShift shift)
    : model_(model), shift_(shift) {
    int* index = index_;
    for (const OutcomeCost* cost : {&model.tp, &model.fp, &model.fn, &model.tn}) {
        *index = -1;
        if (usesAmount(*cost)) {
            const auto found = std::find(measures.begin(), measures.end(), cost->amountColumn);
            if (found == measures.end())
                throw Error(ErrorCode::Internal,
                            "The costs use the column \"" + cost->amountColumn + "\", which was not summed.");
            *index = static_cast<int>(found - measures.begin());
        }
        ++index;
    }
}

CostParts BoundCost::of(const Tally& tally) const {
    return {shift_.positives * moneyOf(model_.tp, index_[0], tally.tp),
            shift_.negatives * moneyOf(model_.fp, index_[1], tally.fp),
            shift_.positives * moneyOf(model_.fn, index_[2], tally.fn),
            shift_.negatives * moneyOf(model_.tn, index_[3], tally.tn)};
}

std::optional<double> bayesThreshold(const CostModel& model, ClassShift shift) {
    if (!model.measures().empty()) return std::nullopt;
    const double flaggedWrongly = shift.negatives * (model.fp.fixed - model.tn.fixed);
    const double missed = shift.positives * (model.fn.fixed - model.tp.fixed);
    if (flaggedWrongly + missed <= 0) return std::nullopt;
    return flaggedWrongly / (flaggedWrongly + missed);
}

}  // namespace reckoner
