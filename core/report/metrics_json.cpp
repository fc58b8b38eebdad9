#include "core/report/metrics_json.h"

#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/cost/break_even.h"
#include "core/cost/tier_figures.h"
#include "core/metrics/metric_list.h"
#include "core/report/point_json.h"

namespace reckoner {
namespace {

// Always there, null when undefined; every other interval only by bootstrap.
constexpr std::array<std::string_view, 6> kAlways{"accuracy",    "precision",      "recall",
                                                  "specificity", "selection_rate", "roc_auc"};

// With sample weights a count is the sum of weights.
Json countJson(const Sums& sums, bool weighted) {
    return weighted ? jsonNumber(sums.weight) : Json(sums.n);
}

Json confusionJson(const Tally& tally, bool weighted) {
    return {{"tp", countJson(tally.tp, weighted)},
            {"fp", countJson(tally.fp, weighted)},
            {"fn", countJson(tally.fn, weighted)},
            {"tn", countJson(tally.tn, weighted)}};
}

Json metricsOf(const MetricsReport& report) {
    Json metrics = Json::object();
    for (const std::string& id : metricIds())
        metrics[id] = jsonValue(report.metric(id));
    return metrics;
}

Json intervalsOf(const MetricsReport& report) {
    Json intervals = Json::object();
    for (const std::string_view id : kAlways)
        intervals[std::string(id)] = jsonInterval(report.interval(id));
    if (!report.bootstrap) return intervals;
    for (const auto& [id, interval] : report.bootstrap->intervals)
        if (!intervals.contains(id))
            intervals[id] = jsonInterval(report.interval(id) ? report.interval(id) : interval);
    return intervals;
}

Json bestJson(const std::optional<Optimum>& best) {
    if (!best) return nullptr;
    return {{"threshold", jsonNumber(best->threshold)},
            {"total", jsonNumber(best->total)},
            {"plateau", Json::array({jsonNumber(best->plateauLo), jsonNumber(best->plateauHi)})}};
}

constexpr std::pair<const char*, Outcome> kOutcomes[] = {{"tp", Outcome::Caught},
                                                         {"fp", Outcome::FalseAlarm},
                                                         {"fn", Outcome::Missed},
                                                         {"tn", Outcome::LetThrough}};

// What each outcome would have to cost for the policy to be as cheap; null without a policy, at it, or where
// one of them is tiers.
Json breakEvenJson(const MetricsReport& report) {
    const auto& policy = report.request.policy;
    if (!policy || policy->tiers || report.point.tiers || *policy == report.point || report.tally.n() == 0)
        return nullptr;
    Json document = {{"against", jsonNumber(policy->threshold)}};
    const RunAnalysis& run = *report.analysis;
    for (const auto& [name, outcome] : kOutcomes) {
        const BreakEven turn = breakEven({run, report.threshold}, {run, policy->threshold}, outcome);
        const char* holds = turn.turns == Turns::HoldsAbove   ? "above"
                            : turn.turns == Turns::HoldsBelow ? "below"
                            : turn.turns == Turns::Always     ? "always"
                                                              : "never";
        document[name] = {{"holds", holds}};
        if (turn.turns == Turns::Always || turn.turns == Turns::Never) continue;
        document[name]["cost"] = jsonNumber(turn.at.fixed);
        if (turn.at.factor != 0)
            document[name]["amounts"] = {{turn.at.amountColumn, jsonNumber(turn.at.factor)}};
    }
    return document;
}

// Where money is of tiers and counts of their first cut-off: both, so that neither is taken for the other.
Json tiersOf(const MetricsReport& report) {
    if (!report.point.tiers) return nullptr;
    const RunAnalysis& run = *report.analysis;
    const TierSheet sheet = tierSheet(run, *report.point.tiers);
    const double scale = samplesPerDecision(run).value_or(1);
    Json tiers = Json::array();
    for (std::size_t i = 0; i < sheet.rows.size(); ++i)
        tiers.push_back({{"name", report.point.tiers->tiers[i].name},
                         {"expected", jsonNumber(sheet.rows[i].cases * scale)},
                         {"cost", jsonNumber(sheet.rows[i].cost * scale)}});
    return {{"cutoffs", cutoffsJson(report.point)},
            {"counted_from", jsonNumber(report.threshold)},
            {"total_without_review", jsonNumber(run.cost.total(report.tally))},
            {"tiers", std::move(tiers)}};
}

Json scenariosJson(const MetricsReport& report) {
    Json list = Json::array();
    for (const ScenarioOptimum& scenario : report.scenarios)
        list.push_back({{"name", scenario.name},
                        {"best_threshold", jsonNumber(scenario.threshold)},
                        {"best_per_period", jsonNumber(scenario.perPeriod)},
                        {"per_period", jsonNumber(scenario.now)}});
    return list;
}

Json costJson(const MetricsReport& report) {
    const BoundCost& cost = report.analysis->cost;
    const CostModel& model = cost.model();
    const bool any = report.tally.n() > 0;
    const double total = any ? report.total() : 0;
    const auto bayes = bayesThresholdOf(report);
    // What was asked for with --cost has the unit of whoever asked.
    const bool asked = report.request.costs && report.request.scenario.empty();
    Json document = {{"total", any ? jsonNumber(total) : Json(nullptr)},
                     {"per_decision", any ? jsonNumber(total / report.analysis->weight()) : Json(nullptr)},
                     {"best", bestJson(report.analysis->best)},
                     {"bayes_threshold", bayes ? jsonNumber(*bayes) : Json(nullptr)},
                     {"savings", jsonValue(savingsOf(report))},
                     {"unit", model.inMoney() ? model.currency
                              : asked         ? ""
                                              : "false alarms"}};
    document["prevalence"] = {
        {"run", any ? jsonNumber(report.analysis->prevalence()) : Json(nullptr)},
        {"production", model.prevalence ? jsonNumber(*model.prevalence) : Json(nullptr)},
        {"applied", !cost.shift().none()}};
    document["break_even"] = breakEvenJson(report);
    if (any && report.point.tiers) document["tiers"] = tiersOf(report);
    if (!report.request.scenario.empty()) {
        document["scenario"] = report.request.scenario;
        document["cohort_costs"] = report.request.cohortCosts;
        document["scenarios"] = scenariosJson(report);
    }
    if (model.volumePerPeriod > 0 && any) {
        document["per_period"] = jsonNumber(report.analysis->perPeriod(total));
        document["volume_per_period"] = jsonNumber(report.analysis->volume());
        document["period"] = model.period;
    }
    return document;
}

Json segmentJson(const MetricsReport& report, const Segment& segment) {
    const std::vector<std::string>& columns = report.segments->columns;
    Json values = Json::object();
    for (std::size_t c = 0; c < columns.size(); ++c)
        values[columns[c]] = segment.key.values[c] ? Json(*segment.key.values[c]) : Json(nullptr);
    Json metrics = Json::object();
    for (const std::string& id : metricIds()) {
        const Value* value = segment.metric(id);
        metrics[id] = value ? jsonValue(*value) : Json(nullptr);
    }
    Json intervals = Json::object();
    for (const std::string_view id : kAlways)
        intervals[std::string(id)] = jsonInterval(report.interval(segment, id));
    Json document = {{"values", values},
                     {"n", segment.tally.n()},
                     {"positives", segment.tally.positives()},
                     {"confusion", confusionJson(segment.tally, report.weighted())},
                     {"metrics", metrics},
                     {"intervals", intervals},
                     {"cost", jsonValue(segment.cost)},
                     {"cost_per_decision", jsonValue(segment.costPerDecision)},
                     {"error_rate", jsonValue(segment.errorRate)},
                     {"coverage", jsonValue(segment.coverage)},
                     {"p_value", jsonValue(segment.pValue)},
                     {"q_value", jsonValue(segment.qValue)},
                     {"small", segment.small}};
    if (segment.group >= report.groupBootstraps.size()) return document;
    const BootstrapIntervals& drawn = report.groupBootstraps[segment.group];
    for (const auto& [id, interval] : drawn.intervals)
        if (!intervals.contains(id)) document["intervals"][id] = jsonInterval(report.interval(segment, id));
    document["dropped"] = drawn.dropped;
    return document;
}

Json fairnessJson(const Fairness& f) {
    return {{"selection_rate_ratio", jsonValue(f.selectionRate.ratio)},
            {"selection_rate_difference", jsonValue(f.selectionRate.difference)},
            {"tpr_difference", jsonValue(f.tpr.difference)},
            {"tpr_ratio", jsonValue(f.tpr.ratio)},
            {"fpr_difference", jsonValue(f.fpr.difference)},
            {"fpr_ratio", jsonValue(f.fpr.ratio)},
            {"fnr_difference", jsonValue(f.fnr.difference)},
            {"fnr_ratio", jsonValue(f.fnr.ratio)},
            {"precision_difference", jsonValue(f.precision.difference)},
            {"precision_ratio", jsonValue(f.precision.ratio)},
            {"equal_opportunity_difference", jsonValue(f.equalOpportunityDifference)},
            {"equalized_odds_difference", jsonValue(f.equalizedOddsDifference)},
            {"equalized_odds_ratio", jsonValue(f.equalizedOddsRatio)}};
}

Json fairnessIntervalsJson(const FairnessIntervals& figures) {
    Json document = Json::object();
    for (const auto& [key, interval] : figures.intervals)
        document[key] = Json::array({jsonNumber(interval.lo), jsonNumber(interval.hi)});
    return document;
}

// Every finite distinct score, from the highest down.
Json curveJson(const MetricsReport& report, const TaskContext& context) {
    Json thresholds = Json::array(), tp = Json::array(), fp = Json::array();
    const bool weighted = report.weighted();
    report.analysis->sweep->scan([&](double threshold, const Tally& tally) {
        if (!std::isfinite(threshold)) return true;
        if (thresholds.size() % 4096 == 0) context.checkCancelled();
        thresholds.push_back(threshold);
        tp.push_back(countJson(tally.tp, weighted));
        fp.push_back(countJson(tally.fp, weighted));
        return true;
    });
    return {{"thresholds", std::move(thresholds)}, {"tp", std::move(tp)}, {"fp", std::move(fp)}};
}

}  // namespace

Json runJson(const RunInfo& run) {
    return {{"id", run.id}, {"model", run.model}, {"version", run.version}, {"eval_set", run.evalSet}};
}

Json excludedJson(const ExclusionCounts& excluded) {
    Json document = Json::object();
    for (std::size_t i = 0; i < kExclusions; ++i) {
        const auto reason = static_cast<Exclusion>(i);
        document[std::string(name(reason))] = excluded[reason];
    }
    return document;
}

Json metricsJson(const MetricsReport& report, const TaskContext& context) {
    const bool weighted = report.weighted();
    Json document = {{"run", runJson(report.request.table->info())},
                     {"task", "binary"},
                     {"positive", report.analysis->rows.positive},
                     {"threshold", jsonNumber(report.threshold)},
                     {"n", report.tally.n()},
                     {"positives", report.tally.positives()},
                     {"excluded", excludedJson(report.analysis->rows.excluded)},
                     {"confusion", confusionJson(report.tally, weighted)},
                     {"metrics", metricsOf(report)},
                     {"intervals", intervalsOf(report)},
                     {"cost", costJson(report)}};
    if (weighted) document["confusion_unweighted"] = confusionJson(report.tally, false);
    if (!report.request.where.empty()) document["where"] = report.request.where;
    if (report.bootstrap)
        document["bootstrap"] = {{"replicates", report.bootstrap->replicates},
                                 {"dropped", report.bootstrap->dropped},
                                 {"seed", report.bootstrap->seed}};
    if (report.segments) {
        document["segments"] = Json::array();
        for (const Segment& segment : report.segments->segments)
            document["segments"].push_back(segmentJson(report, segment));
        document["fairness"] = Json::object();
        for (const auto& [column, figures] : report.fairness)
            document["fairness"][column] = fairnessJson(figures);
        if (report.fairnessIntervals) {
            Json& last = document["fairness"][report.fairness.back().first];
            last["chance"] = Json::object();
            for (const auto& [key, gap] : report.fairnessIntervals->chance)
                last["chance"][key] = jsonNumber(gap);
        }
        if (report.fairnessIntervals)
            document["fairness"][report.fairness.back().first]["intervals"] =
                fairnessIntervalsJson(*report.fairnessIntervals);
    }
    if (report.request.curve) document["curve"] = curveJson(report, context);
    return document;
}

}  // namespace reckoner
