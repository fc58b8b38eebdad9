#include "core/metrics/classified_rows.h"

#include <cmath>
#include <limits>
#include <optional>

#include "core/base/cancel_every.h"
#include "core/base/error.h"

namespace reckoner {
namespace {

constexpr ClassCode kNoClass = std::numeric_limits<ClassCode>::max();

// Class of every code of a column; kNoClass for a value that is no class and for the missing code.
std::vector<ClassCode> classOfCode(const CategoryColumn& column, const std::vector<std::string>& classes) {
    std::vector<ClassCode> result(column.categories().size() + 1, kNoClass);
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const std::uint32_t code = column.codeOf(classes[c]);
        if (code < column.missingCode()) result[code] = static_cast<ClassCode>(c);
    }
    return result;
}

// The class of the highest score, or why there is none.
struct Highest {
    ClassCode code = kNoClass;
    Exclusion problem = Exclusion::MissingScore;
};
Highest highestOf(const std::vector<std::shared_ptr<const RealColumn>>& scores, RowIndex row) {
    Highest result;
    double best = 0;
    for (std::size_t c = 0; c < scores.size(); ++c) {
        const double score = scores[c]->values()[row];
        if (isMissingReal(score)) return {kNoClass, Exclusion::MissingScore};
        if (!std::isfinite(score))
            return {kNoClass, std::isnan(score) ? Exclusion::NanScore : Exclusion::InfiniteScore};
        if (result.code != kNoClass && score <= best) continue;
        result.code = static_cast<ClassCode>(c);
        best = score;
    }
    return result;
}

}  // namespace

std::vector<std::shared_ptr<const RealColumn>> classScores(const EvalTable& table,
                                                           const TaskContext& context) {
    std::vector<std::shared_ptr<const RealColumn>> result;
    for (const std::string& one : table.info().classes)
        for (const ColumnInfo& column : table.columns())
            if (column.role == ColumnRole::ClassScore && column.classOf == one) {
                result.push_back(table.real(column.id, context));
                break;
            }
    if (result.size() != table.info().classes.size()) result.clear();
    return result;
}

ClassifiedRows ClassifiedRows::of(const EvalTable& table, const RowSet& cohort, const TaskContext& context) {
    ClassifiedRows result;
    result.classes = table.info().classes;
    if (result.classes.size() >= kNoClass)
        throw Error(ErrorCode::BadInput, "This run has more classes than can be compared (65,534).");
    const ColumnInfo* labelInfo = table.find(ColumnRole::Label);
    const ColumnInfo* predictionInfo = table.find(ColumnRole::Prediction);
    const auto scores = classScores(table, context);
    if (!predictionInfo && scores.empty())
        throw Error(ErrorCode::BadInput,
                    "This run has neither a prediction column nor a score for every class.");
    if (!labelInfo) {
        result.excluded[Exclusion::MissingLabel] = cohort.size();
        return result;
    }
    const auto labels = table.category(labelInfo->id, context);
    const std::vector<ClassCode> truthOf = classOfCode(*labels, result.classes);
    std::shared_ptr<const CategoryColumn> predictions;
    std::vector<ClassCode> predictedOf;
    if (predictionInfo) {
        predictions = table.category(predictionInfo->id, context);
        predictedOf = classOfCode(*predictions, result.classes);
    }
    std::shared_ptr<const RealColumn> weights;
    if (const ColumnInfo* weightInfo = table.find(ColumnRole::Weight))
        weights = table.real(weightInfo->id, context);

    cohort.forEach([&](RowIndex row) {
        if (row % kCancelEvery == 0) context.checkCancelled();
        const std::uint32_t label = labels->code(row);
        const ClassCode truth = truthOf[label];
        if (truth == kNoClass) {
            const bool missing = label == labels->missingCode();
            ++result.excluded[missing ? Exclusion::MissingLabel : Exclusion::UnexpectedLabel];
            return;
        }
        Highest highest;
        if (predictions) highest.code = predictedOf[predictions->code(row)];
        if (highest.code == kNoClass) highest = highestOf(scores, row);
        if (highest.code == kNoClass) return void(++result.excluded[highest.problem]);
        result.rows.push_back(row);
        result.truth.push_back(truth);
        result.predicted.push_back(highest.code);
        if (!weights) return;
        const double weight = weights->values()[row];
        result.weights.push_back(std::isfinite(weight) && weight > 0 ? weight : 0);
    });
    return result;
}

}  // namespace reckoner
