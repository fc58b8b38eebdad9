#include "core/report/confidence_report.h"

#include <nlohmann/json.hpp>

#include "core/metrics/intervals.h"
#include "core/report/metrics_json.h"
#include "core/report/text_table.h"
#include "core/wording/confusion_sentences.h"
#include "core/wording/number_format.h"

namespace reckoner {
namespace {

using Align = TextTable::Align;

std::optional<Interval> accuracyInterval(const ConfidenceReport& report) {
    const Sums& right = report.split.right;
    const Sums& wrong = report.split.wrong;
    return wilson95Weighted(right.weight, right.weight + wrong.weight, right.weightSq + wrong.weightSq);
}

Json cellJson(const ClassMatrix::Cell& cell, bool weighted) {
    return weighted ? jsonNumber(cell.weight) : Json(cell.n);
}

}  // namespace

ConfidenceReport confidenceReport(const EvalTable& table, const ClassifiedRows& rows, double threshold,
                                  const TaskContext& context) {
    const auto sweep = ConfidenceSweep::build(table, rows, context);
    return {threshold, rows.classes, !rows.weights.empty(), sweep->table(threshold), sweep->at(threshold)};
}

Json confidenceJson(const ConfidenceReport& report) {
    Json matrix = Json::array();
    Json review = Json::array();
    Json byClass = Json::object();
    const MatrixNumbers numbers = matrixNumbers(report.table.called);
    for (std::size_t truth = 0; truth < report.classes.size(); ++truth) {
        Json row = Json::array();
        for (std::size_t called = 0; called < report.classes.size(); ++called)
            row.push_back(cellJson(report.table.called.at(truth, called), report.weighted));
        matrix.push_back(std::move(row));
        review.push_back(cellJson(report.table.review[truth], report.weighted));
        const ClassNumbers& n = numbers.perClass[truth];
        byClass[report.classes[truth]] = {{"precision", jsonValue(n.precision)},
                                          {"recall", jsonValue(n.recall)},
                                          {"f1", jsonValue(n.f1)},
                                          {"answered", n.support},
                                          {"reviewed", report.table.review[truth].n}};
    }
    return {{"threshold", jsonNumber(report.threshold)},
            {"reviewed", report.split.reviewed.n},
            {"answered", report.split.right.n + report.split.wrong.n},
            {"accuracy", jsonValue(report.split.accuracy())},
            {"interval", jsonInterval(accuracyInterval(report))},
            {"matrix", std::move(matrix)},
            {"review", std::move(review)},
            {"by_class", std::move(byClass)}};
}

std::string confidenceText(const ConfidenceReport& report) {
    std::vector<TextTable::Head> heads{{"Truth \\ predicted"}};
    for (const std::string& name : report.classes)
        heads.push_back({terminalText(name), Align::Right});
    heads.push_back({"Review", Align::Right});
    TextTable table(heads);
    for (std::size_t truth = 0; truth < report.classes.size(); ++truth) {
        std::vector<std::string> row{report.classes[truth]};
        for (std::size_t called = 0; called < report.classes.size(); ++called)
            row.push_back(count(report.table.called.at(truth, called).n));
        row.push_back(count(report.table.review[truth].n));
        table.add(std::move(row));
    }
    return plain(confidenceSentence(report.split, threshold(report.threshold), false, "samples")) + "\n\n" +
           table.text();
}

}  // namespace reckoner
