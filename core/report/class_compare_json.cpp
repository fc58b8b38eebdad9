#include <nlohmann/json.hpp>

#include "core/metrics/matrix_figures.h"
#include "core/report/class_compare_report.h"
#include "core/report/compare_parts.h"
#include "core/report/compare_remarks.h"
#include "core/report/metrics_json.h"

namespace reckoner {
namespace {

Json classMetricsOf(const MatrixNumbers& numbers) {
    Json metrics = Json::object();
    for (const std::string& id : matrixFigureNames())
        metrics[id] = jsonValue(matrixFigure(numbers, id));
    return metrics;
}

Json classJson(const ClassDifference& one) {
    Json mcnemar = mcnemarJson(one.hits);
    mcnemar["q_value"] = jsonValue(one.q);
    const auto figures = [](const Value(&values)[3]) {
        return Json{{"precision", jsonValue(values[0])},
                    {"recall", jsonValue(values[1])},
                    {"f1", jsonValue(values[2])}};
    };
    return {{"support", one.support},
            {"a", figures(one.firstFigures)},
            {"b", figures(one.secondFigures)},
            {"difference",
             {{"precision", differenceJson(one.precision)},
              {"recall", differenceJson(one.recall)},
              {"f1", differenceJson(one.f1)}}},
            {"mcnemar", mcnemar}};
}

Json segmentJson(const ClassSegmentDifference& segment, const std::vector<std::string>& columns) {
    const Value& a = segment.firstAccuracy;
    const Value& b = segment.secondAccuracy;
    return {{"values", segmentValuesJson(segment.key, columns)},
            {"n", segment.n},
            {"difference", {{"accuracy", a && b ? jsonNumber(*b - *a) : Json(nullptr)}}},
            {"flips", flipsJson(segment.flips)},
            {"mcnemar", mcnemarJson(segment.all)},
            {"q_value", jsonValue(segment.q)},
            {"small", segment.small}};
}

}  // namespace

Json classCompareJson(const ClassComparison& comparison, const ClassComparisonRequest& request) {
    Json differences = Json::object();
    for (const auto& [id, difference] : comparison.differences)
        differences[id] = differenceJson(difference);
    if (request.costs) differences["cost"] = differenceJson(comparison.cost);
    Json classes = Json::object();
    for (const ClassDifference& one : comparison.perClass)
        classes[one.name] = classJson(one);
    Json document = {{"a", runJson(request.first->info())},
                     {"b", runJson(request.second->info())},
                     {"samples",
                      {{"both", comparison.both},
                       {"only_a", comparison.onlyFirst},
                       {"only_b", comparison.onlySecond},
                       {"conflicting_labels", comparison.conflicting},
                       {"not_scored", comparison.unscored}}},
                     {"paired", comparison.paired},
                     {"classes", comparison.classes},
                     {"a_metrics", classMetricsOf(comparison.first)},
                     {"b_metrics", classMetricsOf(comparison.second)},
                     {"difference", differences},
                     {"per_class", classes},
                     {"mcnemar", comparison.paired ? mcnemarJson(comparison.decisions) : Json(nullptr)},
                     {"flips", comparison.paired ? flipsJson(comparison.flips) : Json(nullptr)}};
    document["remarks"] = compareRemarks(comparison);
    if (!request.where.empty()) document["where"] = request.where;
    if (comparison.replicates > 0)
        document["bootstrap"] = {{"replicates", comparison.replicates}, {"seed", comparison.seed}};
    if (request.by.empty() || !comparison.paired) return document;
    document["segments"] = Json::array();
    for (const ClassSegmentDifference& segment : comparison.segments)
        document["segments"].push_back(segmentJson(segment, request.by));
    return document;
}

}  // namespace reckoner
