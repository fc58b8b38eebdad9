#include <nlohmann/json.hpp>

#include "core/metrics/action_changes.h"
#include "core/metrics/bootstrap_figures.h"
#include "core/report/compare_parts.h"
#include "core/report/compare_remarks.h"
#include "core/report/compare_report.h"
#include "core/report/metrics_json.h"
#include "core/report/point_json.h"

namespace reckoner {
namespace {

Json metricsOf(const ComparedRun& run) {
    Json metrics = Json::object();
    for (const std::string& id : figureNames())
        metrics[id] = jsonValue(run.figure(id));
    return metrics;
}

Json segmentJson(const SegmentDifference& segment, const std::vector<std::string>& columns) {
    Json differences = Json::object();
    for (const MetricEntry& entry : metricList())
        differences[std::string(entry.id)] = jsonValue(segment.difference(entry.id));
    Json positives = mcnemarJson(segment.positives);
    positives["q_value"] = jsonValue(segment.positivesQ);
    Json negatives = mcnemarJson(segment.negatives);
    negatives["q_value"] = jsonValue(segment.negativesQ);
    return {{"values", segmentValuesJson(segment.key, columns)},
            {"n", segment.n},
            {"difference", differences},
            {"flips", flipsJson(segment.flips)},
            {"mcnemar", mcnemarJson(segment.all)},
            {"q_value", jsonValue(segment.allQ)},
            {"mcnemar_positives", positives},
            {"mcnemar_negatives", negatives},
            {"small", segment.small}};
}

Json cutoffsOf(const ComparedRun& run) {
    return run.tiers ? cutoffsJson(OperatingPoint(0, run.tiers)) : Json(nullptr);
}

// Where one of both decides in tiers: money is theirs, counts and flips are of whoever is acted on.
Json tiersJson(const Comparison& comparison) {
    Json document = {{"cutoffs", {{"a", cutoffsOf(comparison.first)}, {"b", cutoffsOf(comparison.second)}}}};
    if (!comparison.paired) return document;
    const ActionChanges actions = actionChanges(comparison);
    document["reviewed"] = {{"a", actions.reviewedBefore}, {"b", actions.reviewedNow}};
    document["to_review"] = actions.toPeople;
    document["from_review"] = actions.fromPeople;
    return document;
}

}  // namespace

Json compareJson(const Comparison& comparison, const ComparisonRequest& request) {
    Json differences = Json::object();
    for (const auto& [id, difference] : comparison.differences)
        differences[id] = differenceJson(difference);
    Json document = {
        {"a", runJson(comparison.first.table->info())},
        {"b", runJson(comparison.second.table->info())},
        {"samples",
         {{"both", comparison.both},
          {"only_a", comparison.onlyFirst},
          {"only_b", comparison.onlySecond},
          {"conflicting_labels", comparison.conflicting},
          {"not_scored", comparison.unscored}}},
        {"paired", comparison.paired},
        {"positive", comparison.first.rows.positive},
        {"threshold",
         {{"a", jsonNumber(comparison.first.threshold)}, {"b", jsonNumber(comparison.second.threshold)}}},
        {"a_metrics", metricsOf(comparison.first)},
        {"b_metrics", metricsOf(comparison.second)},
        {"difference", differences},
        {"mcnemar", comparison.paired ? mcnemarJson(comparison.decisions) : Json(nullptr)},
        {"flips", comparison.paired ? flipsJson(comparison.flips) : Json(nullptr)}};
    if (comparison.first.tiers || comparison.second.tiers) document["tiers"] = tiersJson(comparison);
    const CostModel costs = request.costs.value_or(CostModel());
    document["cost_unit"] = {
        {"unit", costs.currency.empty() ? Json("false alarms") : Json(costs.currency)},
        {"of", "samples compared"},
        {"volume", costs.volumePerPeriod > 0 ? jsonNumber(costs.volumePerPeriod) : Json(nullptr)},
        {"period", costs.volumePerPeriod > 0 ? Json(costs.period) : Json(nullptr)}};
    document["remarks"] = compareRemarks(comparison);
    if (!request.where.empty()) document["where"] = request.where;
    if (comparison.bootstrap)
        document["bootstrap"] = {{"replicates", comparison.bootstrap->replicates},
                                 {"dropped", comparison.bootstrap->dropped},
                                 {"seed", comparison.bootstrap->seed}};
    if (request.by.empty() || !comparison.paired) return document;
    document["segments"] = Json::array();
    for (const SegmentDifference& segment : comparison.segments)
        document["segments"].push_back(segmentJson(segment, request.by));
    return document;
}

}  // namespace reckoner
