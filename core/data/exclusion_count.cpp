#include "core/data/exclusion_count.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/cancel_every.h"

namespace reckoner {
namespace {

std::optional<Exclusion> problemOf(double score) {
    if (std::isfinite(score)) return std::nullopt;
    if (isMissingReal(score)) return Exclusion::MissingScore;
    return std::isnan(score) ? Exclusion::NanScore : Exclusion::InfiniteScore;
}

// Whether a row has a score that can be used.
class ScoreJudge {
 public:
    ScoreJudge(const EvalTable& table, const TaskContext& context) {
        const bool binary = table.info().task == Task::Binary;
        const ColumnInfo* score = binary ? table.find(ColumnRole::Score) : nullptr;
        if (score) scores_.push_back(table.real(score->id, context));
        for (const ColumnInfo& column : table.columns())
            if (column.role == ColumnRole::ClassScore && !score &&
                (!binary || column.classOf == table.info().positive))
                scores_.push_back(table.real(column.id, context));
        if (const ColumnInfo* prediction = table.find(ColumnRole::Prediction); prediction && scores_.empty())
            prediction_ = table.category(prediction->id, context);
    }

    std::optional<Exclusion> operator()(RowIndex row) const {
        for (const auto& column : scores_)
            if (const auto problem = problemOf(column->values()[row])) return problem;
        if (!scores_.empty()) return std::nullopt;
        const bool predicted = prediction_ && prediction_->code(row) != prediction_->missingCode();
        return predicted ? std::nullopt : std::optional(Exclusion::MissingScore);
    }

 private:
    std::vector<std::shared_ptr<const RealColumn>> scores_;
    std::shared_ptr<const CategoryColumn> prediction_;
};

// By label code, the missing code last; nothing: the label is one of the classes.
std::vector<std::optional<Exclusion>> labelProblems(const CategoryColumn& labels, const RunInfo& info) {
    std::vector<std::optional<Exclusion>> problems;
    for (const std::string& label : labels.categories()) {
        const bool expected = info.classes.empty() || std::find(info.classes.begin(), info.classes.end(),
                                                                label) != info.classes.end();
        problems.push_back(expected ? std::nullopt : std::optional(Exclusion::UnexpectedLabel));
    }
    problems.emplace_back(Exclusion::MissingLabel);
    return problems;
}

}  // namespace

ExclusionCounts countExclusions(const EvalTable& table, const TaskContext& context) {
    ExclusionCounts excluded;
    const ColumnInfo* labelInfo = table.find(ColumnRole::Label);
    if (!labelInfo) {
        excluded[Exclusion::MissingLabel] = table.rows();
        return excluded;
    }
    const auto labels = table.category(labelInfo->id, context);
    const std::vector<std::optional<Exclusion>> problems = labelProblems(*labels, table.info());
    const ScoreJudge judge(table, context);
    labels->visit([&](auto codes) {
        for (RowIndex row = 0; row < table.rows(); ++row) {
            if (row % kCancelEvery == 0) context.checkCancelled();
            std::optional<Exclusion> why = problems[codes[row]];
            if (!why) why = judge(row);
            if (why) ++excluded[*why];
        }
    });
    return excluded;
}

}  // namespace reckoner
