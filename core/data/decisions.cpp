#include "core/data/decisions.h"

#include <algorithm>

#include "core/base/error.h"

namespace reckoner {
namespace {

// By dictionary code of a category column; the last entry is the missing code's.
template <class Code, class Meaning>
std::vector<Code> byCode(const CategoryColumn& column, Code missing, const Meaning& meaning) {
    std::vector<Code> codes;
    for (const std::string& category : column.categories())
        codes.push_back(meaning(category));
    codes.push_back(missing);
    return codes;
}

const ColumnInfo* classScoreColumn(const EvalTable& table, const std::string& className) {
    for (const ColumnInfo& column : table.columns())
        if (column.role == ColumnRole::ClassScore && column.classOf == className) return &column;
    return nullptr;
}

std::vector<std::shared_ptr<const RealColumn>> scoresOfClasses(const EvalTable& table,
                                                               const TaskContext& context) {
    std::vector<std::shared_ptr<const RealColumn>> scores;
    for (const std::string& name : table.info().classes) {
        const ColumnInfo* column = classScoreColumn(table, name);
        if (!column) return {};
        scores.push_back(table.real(column->id, context));
    }
    return scores;
}

}  // namespace

const ColumnInfo* scoreColumnOf(const EvalTable& table, const std::string& positive) {
    if (table.info().task == Task::Multiclass)
        if (const ColumnInfo* column = classScoreColumn(table, positive)) return column;
    return table.find(ColumnRole::Score);
}

BinaryDecisions::BinaryDecisions(const EvalTable& table, const std::string& positive, double threshold,
                                 const TaskContext& context)
    : positive_(positive.empty() ? table.info().positive : positive), threshold_(threshold) {
    const ColumnInfo* score = scoreColumnOf(table, positive_);
    if (!score)
        throw Error(ErrorCode::BadInput,
                    "This run has no score for \"" + positive_ + "\"; look at another class.");
    column_ = table.real(score->id, context);
    scores_ = column_->values().data();
    const ColumnInfo* label = table.find(ColumnRole::Label);
    if (!label) return;
    labels_ = table.category(label->id, context);
    const std::vector<std::string>& classes = table.info().classes;
    truthOf_ = byCode<std::uint8_t>(*labels_, 2, [&](const std::string& name) -> std::uint8_t {
        if (name == positive_) return 1;
        const bool known =
            classes.empty() || std::find(classes.begin(), classes.end(), name) != classes.end();
        return known ? 0 : 2;
    });
    labels_->visit([this](auto codes) {
        if constexpr (sizeof(codes[0]) == 1) narrow_ = codes.data();
    });
}

ClassDecisions::ClassDecisions(const EvalTable& table, std::optional<double> confidence,
                               const TaskContext& context)
    : names_(table.info().classes), confidence_(confidence), scores_(scoresOfClasses(table, context)) {
    const auto codeOf = [this](const std::string& name) {
        const auto found = std::find(names_.begin(), names_.end(), name);
        return found == names_.end() ? none() : static_cast<std::uint32_t>(found - names_.begin());
    };
    const ColumnInfo* prediction = table.find(ColumnRole::Prediction);
    if (!prediction && scores_.empty())
        throw Error(ErrorCode::BadInput,
                    "This run has neither predictions nor a score for every class; import one of them.");
    if (prediction) {
        predictions_ = table.category(prediction->id, context);
        predictedOf_ = byCode<std::uint32_t>(*predictions_, none(), codeOf);
    }
    if (const ColumnInfo* label = table.find(ColumnRole::Label)) {
        labels_ = table.category(label->id, context);
        truthOf_ = byCode<std::uint32_t>(*labels_, none(), codeOf);
    }
}

std::uint32_t ClassDecisions::highest(RowIndex row) const {
    if (scores_.empty()) return none();
    std::uint32_t best = 0;
    for (std::uint32_t k = 0; k < scores_.size(); ++k) {
        const double score = scores_[k]->values()[row];
        if (!std::isfinite(score)) return none();
        if (score > scores_[best]->values()[row]) best = k;
    }
    return best;
}

std::uint32_t ClassDecisions::named(RowIndex row) const {
    if (predictions_) {
        const std::uint32_t code = predictedOf_[predictions_->code(row)];
        if (code != none()) return code;
    }
    return highest(row);
}

std::uint32_t ClassDecisions::called(RowIndex row) const {
    const std::uint32_t code = named(row);
    if (!confidence_ || code == none() || scores_.empty()) return code;
    return confidence(row) < *confidence_ ? review() : code;
}

double ClassDecisions::confidence(RowIndex row) const {
    const std::uint32_t best = highest(row);
    return best == none() ? kNone : scores_[best]->values()[row];
}

RowOutcome ClassDecisions::outcome(RowIndex row) const {
    const std::uint32_t really = truth(row);
    const std::uint32_t call = called(row);
    if (really == none() || call == none() || call == review()) return RowOutcome::Unknown;
    return really == call ? RowOutcome::Caught : RowOutcome::FalseAlarm;
}

}  // namespace reckoner
