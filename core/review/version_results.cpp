#include "core/review/version_results.h"

#include <vector>

#include "core/metrics/intervals.h"
#include "core/metrics/metric_list.h"

namespace reckoner {
namespace {

std::optional<Interval> intervalOf(const MetricEntry& metric, const Tally& tally) {
    const MetricEntry::Proportion share = metric.proportion(tally);
    return wilson95Weighted(share.successes, share.trials, share.weightSq);
}

}  // namespace

VersionResult versionResult(const RunAnalysis& run, const OperatingPoint& point, const TaskContext& context) {
    const EvalTable& table = *run.request.table;
    const double threshold = countedFrom(point);
    const Tally tally = run.sweep->at(threshold);
    VersionResult result;
    result.run = table.info().id;
    result.evalSet = table.info().evalSet;
    result.date = table.info().runDate;
    result.n = tally.n();
    result.threshold = threshold;
    const MetricEntry& recall = *findMetric("recall");
    const MetricEntry& precision = *findMetric("precision");
    result.recall = recall.value(tally);
    result.recallInterval = intervalOf(recall, tally);
    result.precision = precision.value(tally);
    result.precisionInterval = intervalOf(precision, tally);
    result.auc = run.ranking.rocAuc;
    if (run.aucInterval) result.aucInterval = run.aucInterval->ci95;
    result.cost = tally.n() > 0 ? Value(pointCost(run, point)) : Reason::NoSamples;
    const ColumnInfo* column = table.find(ColumnRole::Latency);
    if (column && column->type == ColumnType::Real)
        result.latency = latencyNumbers(table.real(column->id, context)->values());
    else
        result.latency = latencyNumbers({});
    return result;
}

}  // namespace reckoner
