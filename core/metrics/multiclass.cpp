#include "core/metrics/multiclass.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/cancel_every.h"
#include "core/metrics/ranking.h"
#include "core/metrics/sweep.h"

namespace reckoner {
namespace {

double orZero(const Value& value) {
    return value.v.value_or(0);
}

// Mean of member over the classes, each with a weight.
template <class WeightOf>
ClassAverage averageOf(const std::vector<ClassNumbers>& classes, WeightOf weightOf) {
    double weights = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const double weight = weightOf(c);
        weights += weight;
        precision += weight * orZero(classes[c].precision);
        recall += weight * orZero(classes[c].recall);
        f1 += weight * orZero(classes[c].f1);
    }
    const auto mean = [&](double sum) { return ratio(sum, weights, Reason::NoSamples); };
    return {mean(precision), mean(recall), mean(f1)};
}

ClassNumbers numbersOf(const ClassMatrix& matrix, std::size_t c) {
    const double right = matrix.at(c, c).weight;
    const ClassMatrix::Cell truth = matrix.truthTotal(c);
    const ClassMatrix::Cell predicted = matrix.predictedTotal(c);
    return {truth.n, predicted.n, ratio(right, predicted.weight, Reason::NothingFlagged),
            ratio(right, truth.weight, Reason::NoPositives),
            ratio(2 * right, truth.weight + predicted.weight, Reason::NoPositives)};
}

// n/a as soon as one of them is.
Value meanOf(const std::vector<Value>& values, const std::vector<double>& weights) {
    double sum = 0;
    double total = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) return values[i].why;
        sum += weights[i] * *values[i];
        total += weights[i];
    }
    return ratio(sum, total, Reason::NoSamples);
}

}  // namespace

ClassMatrix ClassMatrix::of(const ClassifiedRows& rows) {
    ClassMatrix matrix(rows.classes.size());
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
        matrix.add(rows.truth[i], rows.predicted[i], rows.weights.empty() ? 1 : rows.weights[i]);
    return matrix;
}

void ClassMatrix::add(std::size_t truth, std::size_t predicted, double weight) {
    at(truth, predicted) += Cell{1, weight, weight * weight};
}

ClassMatrix::Cell ClassMatrix::truthTotal(std::size_t truth) const {
    Cell sum;
    for (std::size_t p = 0; p < size_; ++p)
        sum += at(truth, p);
    return sum;
}

ClassMatrix::Cell ClassMatrix::predictedTotal(std::size_t predicted) const {
    Cell sum;
    for (std::size_t t = 0; t < size_; ++t)
        sum += at(t, predicted);
    return sum;
}

ClassMatrix::Cell ClassMatrix::total() const {
    Cell sum;
    for (const Cell& cell : cells_)
        sum += cell;
    return sum;
}

ClassMatrix::Cell ClassMatrix::correct() const {
    Cell sum;
    for (std::size_t c = 0; c < size_; ++c)
        sum += at(c, c);
    return sum;
}

MatrixNumbers matrixNumbers(const ClassMatrix& matrix) {
    MatrixNumbers result;
    const double n = matrix.total().weight;
    const double right = matrix.correct().weight;
    double together = 0;  // sum over classes of truth total x predicted total
    double truthSq = 0;
    double predictedSq = 0;
    double recalls = 0;
    double present = 0;
    for (std::size_t c = 0; c < matrix.classes(); ++c) {
        const double truth = matrix.truthTotal(c).weight;
        const double predicted = matrix.predictedTotal(c).weight;
        together += truth * predicted;
        truthSq += truth * truth;
        predictedSq += predicted * predicted;
        result.perClass.push_back(numbersOf(matrix, c));
        if (!result.perClass.back().recall) continue;
        recalls += *result.perClass.back().recall;
        ++present;
    }
    result.accuracy = ratio(right, n, Reason::NoSamples);
    result.balancedAccuracy = ratio(recalls, present, Reason::NoSamples);
    result.micro = {result.accuracy, result.accuracy, result.accuracy};
    if (n == 0) {
        result.kappa = result.mcc = Reason::NoSamples;
        const Value none = Reason::NoSamples;
        result.macro = result.weighted = {none, none, none};
        return result;
    }
    result.kappa = ratio(right * n - together, n * n - together, Reason::SingleClass);
    const double root = std::sqrt(n * n - truthSq) * std::sqrt(n * n - predictedSq);
    result.mcc = root == 0 ? 0.0 : (right * n - together) / root;
    result.macro = averageOf(result.perClass, [](std::size_t) { return 1.0; });
    result.weighted = averageOf(result.perClass, [&](std::size_t c) { return matrix.truthTotal(c).weight; });
    return result;
}

ClassScoreNumbers classScoreNumbers(const EvalTable& table, const RowSet& cohort,
                                    const TaskContext& context) {
    ClassScoreNumbers result;
    const std::vector<std::string>& classes = table.info().classes;
    if (classScores(table, context).empty()) {
        const Value none = Reason::NotComparable;
        result.rocAuc.assign(classes.size(), none);
        result.averagePrecision.assign(classes.size(), none);
        result.rocAucOvrMacro = result.rocAucOvrWeighted = result.averagePrecisionMacro = none;
        return result;
    }
    std::vector<double> supports;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        context.report(static_cast<double>(c) / static_cast<double>(classes.size()), "ranking");
        const ScoredRows rows = ScoredRows::of(table, cohort, classes[c], context);
        const auto sweep = ThresholdSweep::build(table, rows, {}, nullptr, context);
        const RankingNumbers numbers = rankingNumbers(*sweep, context);
        result.rocAuc.push_back(numbers.rocAuc);
        result.averagePrecision.push_back(numbers.averagePrecision);
        const Tally everybody = sweep->at(sweep->samples() == 0 ? 0 : sweep->lowest());
        supports.push_back(everybody.tp.weight);
    }
    const std::vector<double> equal(classes.size(), 1.0);
    result.rocAucOvrMacro = meanOf(result.rocAuc, equal);
    result.rocAucOvrWeighted = meanOf(result.rocAuc, supports);
    result.averagePrecisionMacro = meanOf(result.averagePrecision, equal);
    return result;
}

Value topAccuracy(const EvalTable& table, const ClassifiedRows& rows, std::size_t k,
                  const TaskContext& context) {
    assert(k > 0);
    const auto scores = classScores(table, context);
    if (scores.empty()) return Reason::NotComparable;
    double hits = 0;
    double total = 0;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (i % kCancelEvery == 0) context.checkCancelled();
        const RowIndex row = rows.rows[i];
        const std::size_t truth = rows.truth[i];
        const double own = scores[truth]->values()[row];
        std::size_t above = 0;
        bool finite = true;
        for (std::size_t c = 0; c < scores.size(); ++c) {
            const double score = scores[c]->values()[row];
            finite = finite && std::isfinite(score);
            above += score > own || (score == own && c < truth);
        }
        if (!finite) continue;
        const double weight = rows.weights.empty() ? 1 : rows.weights[i];
        total += weight;
        if (above < k) hits += weight;
    }
    return ratio(hits, total, Reason::NoSamples);
}

}  // namespace reckoner
