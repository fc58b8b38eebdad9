#include "core/review/decision_evidence.h"

#include <nlohmann/json.hpp>

#include "core/metrics/intervals.h"
#include "core/metrics/metric_list.h"

namespace reckoner {
namespace {

using DecisionJson = nlohmann::json;

DecisionJson metricJson(const FrozenMetric& metric) {
    DecisionJson json = {{"id", metric.id},
                         {"value", metric.value ? DecisionJson(*metric.value) : DecisionJson()}};
    if (metric.interval) json["interval"] = {metric.interval->lo, metric.interval->hi};
    return json;
}

std::optional<FrozenMetric> metricFrom(const DecisionJson& json) {
    if (!json.is_object() || !json.contains("id") || !json["id"].is_string()) return std::nullopt;
    FrozenMetric metric{json["id"].get<std::string>(), Reason::NotComparable, std::nullopt};
    if (json.contains("value") && json["value"].is_number()) metric.value = json["value"].get<double>();
    const auto interval = json.find("interval");
    if (interval != json.end() && interval->is_array() && interval->size() == 2 &&
        (*interval)[0].is_number() && (*interval)[1].is_number())
        metric.interval = Interval{(*interval)[0].get<double>(), (*interval)[1].get<double>()};
    return metric;
}

}  // namespace

std::vector<FrozenMetric> frozenMetrics(const RunAnalysis& run, double threshold) {
    const Tally tally = run.sweep->at(threshold);
    std::vector<FrozenMetric> metrics;
    for (const MetricEntry& entry : metricList()) {
        FrozenMetric& metric = metrics.emplace_back();
        metric.id = entry.id;
        metric.value = entry.value(tally);
        if (!entry.proportion || !metric.value) continue;
        const MetricEntry::Proportion share = entry.proportion(tally);
        metric.interval = wilson95Weighted(share.successes, share.trials, share.weightSq);
    }
    FrozenMetric& auc = metrics.emplace_back();
    auc.id = "roc_auc";
    auc.value = run.ranking.rocAuc;
    if (run.aucInterval) auc.interval = run.aucInterval->ci95;
    return metrics;
}

std::string decisionEvidenceJson(const DecisionEvidence& evidence) {
    DecisionJson json = {{"state", evidence.state}, {"metrics", DecisionJson::array()}};
    if (!evidence.agendaPoint.empty()) json["agenda_point"] = evidence.agendaPoint;
    if (evidence.point) json["point"] = DecisionJson::parse(evidenceJson(*evidence.point));
    for (const FrozenMetric& metric : evidence.metrics)
        json["metrics"].push_back(metricJson(metric));
    return json.dump(-1, ' ', false, DecisionJson::error_handler_t::replace);
}

std::optional<DecisionEvidence> decisionEvidenceFromJson(const std::string& text) {
    const DecisionJson json = DecisionJson::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    DecisionEvidence evidence;
    if (json.contains("state") && json["state"].is_string())
        evidence.state = json["state"].get<std::string>();
    if (json.contains("agenda_point") && json["agenda_point"].is_string())
        evidence.agendaPoint = json["agenda_point"].get<std::string>();
    if (json.contains("point"))
        evidence.point =
            evidenceFromJson(json["point"].dump(-1, ' ', false, DecisionJson::error_handler_t::replace));
    const auto metrics = json.find("metrics");
    if (metrics != json.end() && metrics->is_array())
        for (const DecisionJson& one : *metrics)
            if (auto metric = metricFrom(one)) evidence.metrics.push_back(*std::move(metric));
    return evidence;
}

}  // namespace reckoner
