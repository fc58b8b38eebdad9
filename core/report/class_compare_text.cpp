#include <algorithm>

#include "core/metrics/matrix_figures.h"
#include "core/report/class_compare_report.h"
#include "core/report/compare_parts.h"
#include "core/report/compare_remarks.h"
#include "core/report/text_table.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

std::string classFigure(const Value& value) {
    return value ? fixed(*value, 4) : "n/a";
}

std::string signedShare(const Value& value) {
    return value ? (*value > 0 ? "+" : "") + fixed(*value, 4) : "n/a";
}

std::string said(const Difference& difference) {
    return differenceText("", difference, Direction::HigherIsBetter);
}

std::string costTitle(const ClassCosts& costs) {
    const std::string unit = costs.currency.empty() ? "" : ", " + costs.currency;
    return (costs.volumePerPeriod > 0 ? "Cost a " + costs.period : std::string("Cost of these samples")) +
           unit;
}

std::string classFiguresText(const ClassComparison& comparison, const ClassComparisonRequest& request) {
    TextTable table(
        {{"Figure"}, {"A", Align::Right}, {"B", Align::Right}, {"B - A", Align::Right}, {"95 % interval"}});
    for (const auto& [id, difference] : comparison.differences)
        table.add({std::string(matrixFigureTitle(id)), classFigure(matrixFigure(comparison.first, id)),
                   classFigure(matrixFigure(comparison.second, id)), signedShare(difference.value),
                   said(difference)});
    if (request.costs && comparison.cost.value)
        table.add({costTitle(*request.costs), comparedFigure("cost", *comparison.firstCost),
                   comparedFigure("cost", *comparison.secondCost),
                   signedFigure("cost", *comparison.cost.value),
                   differenceText("cost", comparison.cost, Direction::LowerIsBetter)});
    return table.text();
}

std::string classesText(const ClassComparison& comparison) {
    TextTable table({{"Class"},
                     {"n", Align::Right},
                     {"Recall A", Align::Right},
                     {"B", Align::Right},
                     {"B - A", Align::Right},
                     {"95 % interval"},
                     {"F1, B - A", Align::Right},
                     {"95 % interval"}});
    for (const ClassDifference& one : comparison.perClass)
        table.add({one.name, count(one.support), classFigure(one.firstFigures[1]),
                   classFigure(one.secondFigures[1]), signedShare(one.recall.value), said(one.recall),
                   signedShare(one.f1.value), said(one.f1)});
    return table.text();
}

std::string segmentsText(const ClassComparison& comparison, const std::vector<std::string>& by) {
    std::string title;
    for (const std::string& column : by)
        title += (title.empty() ? "" : " x ") + column;
    std::vector<const ClassSegmentDifference*> order;
    for (const ClassSegmentDifference& segment : comparison.segments)
        order.push_back(&segment);
    const auto q = [](const ClassSegmentDifference* s) { return s->q.v.value_or(2); };
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return q(a) < q(b); });
    TextTable table({{title},
                     {"n", Align::Right},
                     {"Accuracy A", Align::Right},
                     {"B", Align::Right},
                     {"q", Align::Right},
                     {"fixed", Align::Right},
                     {"broken", Align::Right}});
    for (const ClassSegmentDifference* segment : order)
        table.add({segmentName(segment->key), count(segment->n) + (segment->small ? " (few)" : ""),
                   classFigure(segment->firstAccuracy), classFigure(segment->secondAccuracy),
                   classFigure(segment->q), count(segment->flips.fixed), count(segment->flips.broken)});
    return "By segment, the surest change first (q of McNemar's mid-p)\n" + table.text();
}

}  // namespace

std::string classCompareText(const ClassComparison& comparison, const ClassComparisonRequest& request,
                             const Vocabulary& words) {
    std::string text =
        compareSide("A", request.first->info()) + "\n" + compareSide("B", request.second->info()) + "\n";
    if (!request.where.empty()) text += "Only where " + terminalText(request.where) + "\n";
    text += comparedSamplesText({comparison.paired, comparison.both, comparison.onlyFirst,
                                 comparison.onlySecond, comparison.conflicting, comparison.unscored,
                                 comparison.firstMatrix.total().n, comparison.secondMatrix.total().n},
                                words);
    if (comparison.firstMatrix.total().n == 0 || comparison.secondMatrix.total().n == 0)
        return text + "There is nothing to compare.\n";
    for (const std::string& remark : compareRemarks(comparison))
        text += terminalText(remark) + "\n";
    text += "\n" + classFiguresText(comparison, request) + "\n" + classesText(comparison);
    if (comparison.replicates > 0)
        text += "Bootstrap of " + count(comparison.replicates) + " replicates, seed " +
                std::to_string(comparison.seed) + "\n";
    if (comparison.paired) text += "\n" + flipsSentence(comparison.flips, comparison.decisions);
    if (!request.by.empty())
        text += comparison.paired
                    ? "\n" + segmentsText(comparison, request.by)
                    : "\nSegments are not compared: that needs the same samples in both runs.\n";
    return text;
}

}  // namespace reckoner
