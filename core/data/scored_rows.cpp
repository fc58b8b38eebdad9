#include "core/data/scored_rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/cancel_every.h"
#include "core/base/error.h"

namespace reckoner {
namespace {

enum class LabelMeaning : std::uint8_t { Negative, Positive, Unexpected, Missing };

// By label code; the last entry is the missing code's.
std::vector<LabelMeaning> meanings(const CategoryColumn& labels, const RunInfo& info,
                                   const std::string& positive) {
    std::vector<LabelMeaning> result;
    for (const std::string& label : labels.categories()) {
        const bool expected = info.classes.empty() || std::find(info.classes.begin(), info.classes.end(),
                                                                label) != info.classes.end();
        result.push_back(!expected           ? LabelMeaning::Unexpected
                         : label == positive ? LabelMeaning::Positive
                                             : LabelMeaning::Negative);
    }
    result.push_back(LabelMeaning::Missing);
    return result;
}

const ColumnInfo& scoreColumn(const EvalTable& table, const std::string& positive) {
    const ColumnInfo* score = table.info().task == Task::Binary ? table.find(ColumnRole::Score) : nullptr;
    if (score) return *score;
    for (const ColumnInfo& column : table.columns())
        if (column.role == ColumnRole::ClassScore && column.classOf == positive) return column;
    throw Error(ErrorCode::BadInput, table.info().task == Task::Binary
                                         ? "This run has no score column."
                                         : "This run has no scores for the class \"" + positive + "\".");
}

std::string positiveClass(const RunInfo& info, const std::string& asked) {
    const std::string& positive = asked.empty() ? info.positive : asked;
    if (positive.empty())
        throw Error(ErrorCode::BadInput, "Say which class is the positive one: this run does not name it.");
    if (!info.classes.empty() &&
        std::find(info.classes.begin(), info.classes.end(), positive) == info.classes.end()) {
        std::string classes;
        for (const std::string& one : info.classes)
            classes += (classes.empty() ? "" : ", ") + one;
        throw Error(ErrorCode::BadInput,
                    "This run has no class \"" + positive + "\"; its classes are " + classes + ".", positive);
    }
    return positive;
}

// Nothing: the score can be used.
std::optional<Exclusion> scoreProblem(double score) {
    if (std::isfinite(score)) return std::nullopt;
    if (isMissingReal(score)) return Exclusion::MissingScore;
    return std::isnan(score) ? Exclusion::NanScore : Exclusion::InfiniteScore;
}

}  // namespace

std::string_view name(Exclusion exclusion) {
    switch (exclusion) {
        case Exclusion::MissingLabel:
            return "missing_label";
        case Exclusion::UnexpectedLabel:
            return "unexpected_label";
        case Exclusion::MissingScore:
            return "missing_score";
        case Exclusion::NanScore:
            return "nan_score";
        case Exclusion::InfiniteScore:
            return "infinite_score";
    }
    return "";
}

std::uint64_t ExclusionCounts::total() const {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

void ScoredRows::resize(std::size_t samples, bool weighted) {
    rows.resize(samples);
    scores.resize(samples);
    positiveBits.resize(samples);
    weights.resize(weighted ? samples : 0);
}

ScoredRows ScoredRows::of(const EvalTable& table, const RowSet& cohort, const std::string& positive,
                          const TaskContext& context) {
    ScoredRows result;
    result.positive = positiveClass(table.info(), positive);
    const ColumnInfo& scoreInfo = scoreColumn(table, result.positive);
    const ColumnInfo* labelInfo = table.find(ColumnRole::Label);
    if (!labelInfo) {
        result.excluded[Exclusion::MissingLabel] = cohort.size();
        return result;
    }
    const auto labels = table.category(labelInfo->id, context);
    const auto scoreValues = table.real(scoreInfo.id, context);
    const std::span<const double> scores = scoreValues->values();
    const std::vector<LabelMeaning> meaning = meanings(*labels, table.info(), result.positive);
    std::shared_ptr<const RealColumn> weights;
    if (const ColumnInfo* weightInfo = table.find(ColumnRole::Weight))
        weights = table.real(weightInfo->id, context);

    result.resize(cohort.size(), weights != nullptr);
    std::size_t kept = 0;
    labels->visit([&](auto codes) {
        cohort.forEach([&](RowIndex row) {
            if (row % kCancelEvery == 0) context.checkCancelled();
            const LabelMeaning label = meaning[codes[row]];
            if (label == LabelMeaning::Missing) return void(++result.excluded[Exclusion::MissingLabel]);
            if (label == LabelMeaning::Unexpected) return void(++result.excluded[Exclusion::UnexpectedLabel]);
            const double score = scores[row];
            if (const auto problem = scoreProblem(score)) return void(++result.excluded[*problem]);
            result.rows[kept] = row;
            result.scores[kept] = score == 0 ? 0.0 : score;
            result.positiveBits[kept] = label == LabelMeaning::Positive;
            if (weights) {
                const double weight = weights->values()[row];
                result.weights[kept] = std::isfinite(weight) && weight > 0 ? weight : 0;
            }
            ++kept;
        });
    });
    result.resize(kept, weights != nullptr);
    return result;
}

}  // namespace reckoner
