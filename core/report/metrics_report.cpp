#include "core/report/metrics_report.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/data/default_threshold.h"
#include "core/metrics/intervals.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/segment_bootstrap.h"

namespace reckoner {
namespace {

struct Title {
    std::string_view id;
    std::string_view title;
};
constexpr std::array kOverThresholds{
    Title{"roc_auc", "ROC AUC"},
    Title{"average_precision", "Average precision"},
    Title{"log_loss", "Log loss"},
    Title{"brier", "Brier score"},
    Title{"ece_10", "ECE (10 bins)"},
    Title{"ece_15", "ECE (15 bins)"},
    Title{"ks", "KS"},
};
constexpr std::array<std::string_view, 8> kContractFirst{
    "accuracy", "precision", "recall", "specificity", "f1", "mcc", "balanced_accuracy", "selection_rate"};

// What "outcome" in a cohort expression means before anything is analysed.
std::optional<double> thresholdForFilter(const MetricsRequest& request) {
    if (request.threshold) return request.threshold;
    if (request.policy) return countedFrom(*request.policy);
    return ownThreshold(request.table->info());
}

// The cross's tallies joined by the values of one of its columns.
std::vector<Tally> talliesOf(const SegmentTable& table, std::size_t column) {
    std::map<std::optional<std::string>, Tally> byValue;
    for (const Segment& segment : table.segments)
        byValue[segment.key.values[column]] += segment.tally;
    std::vector<Tally> tallies;
    for (const auto& [value, tally] : byValue)
        tallies.push_back(tally);
    return tallies;
}

std::vector<std::pair<std::string, Fairness>> fairnessOf(const SegmentTable& table) {
    std::vector<std::pair<std::string, Fairness>> result;
    if (table.columns.size() == 1) {
        result.emplace_back(table.columns.front(), fairness(table));
        return result;
    }
    std::string cross;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        result.emplace_back(table.columns[c], fairness(talliesOf(table, c)));
        cross += (c > 0 ? "," : "") + table.columns[c];
    }
    result.emplace_back(cross, fairness(table));
    return result;
}

}  // namespace

std::vector<std::string> metricIds() {
    std::vector<std::string> ids(kContractFirst.begin(), kContractFirst.end());
    for (const Title& title : kOverThresholds)
        ids.emplace_back(title.id);
    for (const MetricEntry& entry : metricList())
        if (std::find(ids.begin(), ids.end(), entry.id) == ids.end()) ids.emplace_back(entry.id);
    return ids;
}

std::string metricTitle(std::string_view id) {
    if (const MetricEntry* entry = findMetric(id)) return std::string(entry->title);
    for (const Title& title : kOverThresholds)
        if (title.id == id) return std::string(title.title);
    return std::string(id);
}

Value MetricsReport::metric(std::string_view id) const {
    if (const MetricEntry* entry = findMetric(id)) return entry->value(tally);
    if (id == "roc_auc") return analysis->ranking.rocAuc;
    if (id == "average_precision") return analysis->ranking.averagePrecision;
    if (id == "ks") return analysis->ranking.ks;
    if (id == "log_loss") return analysis->probability.logLoss;
    if (id == "brier") return analysis->probability.brier;
    if (id == "ece_10") return analysis->probability.ece10;
    if (id == "ece_15") return analysis->probability.ece15;
    return Reason::NotComparable;
}

std::optional<Interval> MetricsReport::interval(std::string_view id) const {
    if (id == "roc_auc" && analysis->aucInterval) return analysis->aucInterval->ci95;
    if (const MetricEntry* entry = findMetric(id); entry && entry->proportion) {
        const MetricEntry::Proportion share = entry->proportion(tally);
        return wilson95Weighted(share.successes, share.trials, share.weightSq);
    }
    if (!bootstrap) return std::nullopt;
    const auto found = bootstrap->intervals.find(std::string(id));
    return found == bootstrap->intervals.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Interval> MetricsReport::interval(const Segment& segment, std::string_view id) const {
    if (auto known = segment.interval(id)) return known;
    if (segment.group >= groupBootstraps.size()) return std::nullopt;
    const auto& drawn = groupBootstraps[segment.group].intervals;
    const auto found = drawn.find(std::string(id));
    return found == drawn.end() ? std::nullopt : std::optional(found->second);
}

MetricsReport metricsReport(const MetricsRequest& request, Executor* executor, const TaskContext& context) {
    MetricsReport report;
    report.request = request;
    AnalysisRequest analysis;
    analysis.table = request.table;
    analysis.where = request.where;
    analysis.facts = request.facts;
    analysis.positive = request.positive;
    analysis.costs = request.costs.value_or(CostModel());
    analysis.prevalenceOf = request.prevalenceOf;
    analysis.groupBy = request.by;
    analysis.threshold = thresholdForFilter(request);
    report.analysis = analyse(analysis, context);

    report.point = request.threshold ? OperatingPoint(*request.threshold)
                                     : startingPoint(*report.analysis, request.policy);
    report.threshold = countedFrom(report.point);
    report.thresholdFrom = request.threshold ? MetricsReport::From::Asked
                           : request.policy  ? MetricsReport::From::Policy
                                             : MetricsReport::From::Start;
    report.tally = report.analysis->sweep->at(report.threshold);
    report.scenarios = scenarioOptima(report.analysis, request.scenarios, report.point, context);
    if (!request.by.empty()) {
        report.segments = segmentTable(*report.analysis, report.point, {}, context);
        report.fairness = fairnessOf(*report.segments);
    }
    if (request.replicates > 0) {
        report.bootstrap = bootstrap(*report.analysis, report.point, request.replicates, executor, context);
        if (report.segments)
            report.groupBootstraps =
                groupBootstraps(*report.analysis, report.point, request.replicates, executor, context);
        if (report.segments)
            report.fairnessIntervals = fairnessIntervals(*report.analysis, report.threshold, 0,
                                                         request.replicates, executor, context);
    }
    return report;
}

Value savingsOf(const MetricsReport& report) {
    if (!report.analysis->best) return Reason::NoSamples;
    const BoundCost& cost = report.analysis->cost;
    return savings(report.total(), *report.analysis->best, cost.model());
}

std::optional<double> bayesThresholdOf(const MetricsReport& report) {
    const ScoreKind kind = report.request.table->info().kind;
    if (report.analysis->probability.brier.why == Reason::NotProbabilities) return std::nullopt;
    const auto share = bayesThreshold(report.analysis->cost.model(), report.analysis->cost.shift());
    if (!share || kind == ScoreKind::Probability) return share;
    return kind == ScoreKind::Percent ? std::optional(*share * 100) : std::nullopt;
}

}  // namespace reckoner
