#include "core/metrics/row_decisions.h"

#include <cmath>

#include "core/base/error.h"
#include "core/metrics/classified_rows.h"

namespace reckoner {
namespace {

const ColumnInfo& scoreColumn(const EvalTable& table, const std::string& positive) {
    const ColumnInfo* score = table.info().task == Task::Binary ? table.find(ColumnRole::Score) : nullptr;
    if (score) return *score;
    for (const ColumnInfo& column : table.columns())
        if (column.role == ColumnRole::ClassScore && column.classOf == positive) return column;
    throw Error(ErrorCode::BadInput, "This run has no scores for the class \"" + positive + "\".", positive);
}

}  // namespace

RowDecisions::RowDecisions(const EvalTable& table, const std::optional<std::string>& positive,
                           double threshold, const TaskContext& context)
    : classes_(table.info().classes), positive_(positive), threshold_(threshold) {
    if (positive) {
        score_ = table.real(scoreColumn(table, *positive).id, context);
    } else {
        classScores_ = classScores(table, context);
        if (const ColumnInfo* info = table.find(ColumnRole::Prediction)) {
            predictions_ = table.category(info->id, context);
            predictionPlaces_ = placesOf(*predictions_);
        }
        if (!predictions_ && classScores_.empty())
            throw Error(ErrorCode::BadInput,
                        "This run has neither a prediction column nor a score for every class.");
    }
    if (const ColumnInfo* info = table.find(ColumnRole::Label)) {
        labels_ = table.category(info->id, context);
        labelPlaces_ = placesOf(*labels_);
    }
}

std::uint32_t RowDecisions::placeOf(const std::string& className) const {
    for (std::uint32_t c = 0; c < classes_.size(); ++c)
        if (classes_[c] == className) return !positive_ ? c : className == *positive_ ? 1 : 0;
    return kNoClassPlace;
}

std::vector<std::uint32_t> RowDecisions::placesOf(const CategoryColumn& column) const {
    std::vector<std::uint32_t> places;
    for (const std::string& category : column.categories())
        places.push_back(placeOf(category));
    places.push_back(kNoClassPlace);
    return places;
}

RowDecisions::Decision RowDecisions::highest(RowIndex row) const {
    Decision best;
    for (std::uint32_t c = 0; c < classScores_.size(); ++c) {
        const double score = classScores_[c]->values()[row];
        if (!std::isfinite(score)) return {};
        if (best.place == kNoClassPlace || score > best.score) best = {c, score};
    }
    return best;
}

RowDecisions::Decision RowDecisions::at(RowIndex row) const {
    if (score_) {
        const double score = score_->values()[row];
        if (!std::isfinite(score)) return {};
        return {score >= threshold_ ? 1U : 0U, score};
    }
    Decision decision = highest(row);
    if (!predictions_) return decision;
    const std::uint32_t predicted = predictionPlaces_[predictions_->code(row)];
    if (predicted != kNoClassPlace) decision.place = predicted;
    return decision;
}

std::uint32_t RowDecisions::truth(RowIndex row) const {
    return labels_ ? labelPlaces_[labels_->code(row)] : kNoClassPlace;
}

RowState RowDecisions::state(RowIndex row) const {
    const Decision decision = at(row);
    if (decision.place == kNoClassPlace) return RowState::Undecided;
    const std::uint32_t label = truth(row);
    if (label == kNoClassPlace) return RowState::AwaitingLabel;
    return decision.place == label ? RowState::Right : RowState::Wrong;
}

std::string RowDecisions::decisionName(RowIndex row) const {
    const std::uint32_t place = at(row).place;
    if (place == kNoClassPlace) return {};
    if (!positive_) return classes_[place];
    if (place == 1) return *positive_;
    if (classes_.size() == 2) return classes_[0] == *positive_ ? classes_[1] : classes_[0];
    return "not " + *positive_;
}

}  // namespace reckoner
