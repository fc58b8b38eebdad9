#include "core/cost/sample_costs.h"

#include <cmath>

#include "core/base/error.h"

namespace reckoner {

SampleCosts::SampleCosts(const RunAnalysis& run, const TaskContext& context)
    : rows_(run.rows), shift_(run.cost.shift()) {
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

double SampleCosts::of(std::size_t i, bool flagged) const {
    const auto outcome = static_cast<std::size_t>(rows_.positiveBits[i] * 2 + (flagged ? 1 : 0));
    double cost = outcomes_[outcome]->fixed;
    if (amounts_[outcome]) {
        const double amount = amounts_[outcome]->values()[rows_.rows[i]];
        if (std::isfinite(amount)) cost += outcomes_[outcome]->factor * amount;
    }
    cost *= rows_.positiveBits[i] != 0 ? shift_.positives : shift_.negatives;
    return rows_.weights.empty() ? cost : cost * rows_.weights[i];
}

}  // namespace reckoner
