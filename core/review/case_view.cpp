#include "core/review/case_view.h"

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/data/default_threshold.h"

namespace reckoner {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool looksAtAllClasses(const EvalTable& table, const OutcomeContext& outcome) {
    return table.info().task == Task::Multiclass && (outcome.positive.empty() || !outcome.threshold);
}

}  // namespace

CaseView::CaseView(EvalTablePtr table, Point point, const TaskContext& context)
    : table_(std::move(table)), point_(std::move(point)) {
    if (looksAtAllClasses(*table_, point_.outcome)) {
        classes_.emplace(*table_, point_.outcome.confidence, context);
        if (point_.classCosts && point_.classCosts->classes != classes_->classes()) point_.classCosts.reset();
        return;
    }
    point_.classCosts.reset();
    const auto threshold = point_.outcome.threshold ? point_.outcome.threshold : ownThreshold(table_->info());
    if (!threshold) throw Error(ErrorCode::BadInput, "This run names no threshold to decide by; set one.");
    binary_.emplace(*table_, point_.outcome.positive, *threshold, context);
    const OutcomeCost* costs[] = {&point_.costs.tp, &point_.costs.fp, &point_.costs.fn, &point_.costs.tn};
    for (std::size_t i = 0; i < 4; ++i)
        costs_[i] = bind(*costs[i], context);
    costs_[4].fixed = kNone;
}

CaseView::BoundOutcome CaseView::bind(const OutcomeCost& cost, const TaskContext& context) const {
    BoundOutcome bound{cost.fixed, cost.factor, nullptr, nullptr};
    if (cost.factor == 0 || cost.amountColumn.empty()) return bound;
    const ColumnInfo* column = table_->find(cost.amountColumn);
    if (!column || column->type != ColumnType::Real)
        throw Error(ErrorCode::BadInput, "The costs use the column \"" + cost.amountColumn +
                                             "\", which this run does not have as numbers.");
    bound.amounts = table_->real(column->id, context);
    bound.values = bound.amounts->values().data();
    return bound;
}

// What goes to a person costs a review, whatever it is.
double CaseView::classCost(RowIndex row) const {
    if (!point_.classCosts) return kNone;
    const std::uint32_t called = classes_->called(row);
    const std::uint32_t truth = classes_->truth(row);
    if (called == classes_->review()) return point_.classCosts->review;
    if (truth >= classes_->classes() || called >= classes_->classes()) return kNone;
    return point_.classCosts->at(truth, called);
}

double CaseView::distance(RowIndex row) const {
    if (binary_) {
        const double score = binary_->score(row);
        return std::isfinite(score) ? std::abs(score - binary_->threshold()) : kNone;
    }
    const double confidence = classes_->confidence(row);
    const auto wanted = point_.outcome.confidence;
    return wanted ? std::abs(confidence - *wanted) : confidence;
}

}  // namespace reckoner
