#include "core/metrics/bootstrap_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/undefined.h"
#include "core/metrics/latency.h"
#include "core/metrics/metric_list.h"

namespace reckoner {
namespace {

double standardDeviation(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    const double mean = sum / static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

std::vector<std::string> figureNames() {
    std::vector<std::string> names;
    for (const MetricEntry& entry : metricList())
        names.emplace_back(entry.id);
    for (const char* name :
         {"roc_auc", "average_precision", "ks", "log_loss", "brier", "ece_10", "ece_15", "cost"})
        names.emplace_back(name);
    return names;
}

bool figuresOf(const BootstrapOrder& order, const BoundCost* cost, std::span<const std::uint8_t> counts,
               std::span<double> out) {
    const ReplicateSums sums = order.sums(counts);
    const Tally& tally = sums.tally;
    if (!(tally.tp.weight + tally.fn.weight > 0) || !(tally.fp.weight + tally.tn.weight > 0)) return false;
    std::size_t at = 0;
    for (const MetricEntry& entry : metricList())
        out[at++] = entry.value(tally).v.value_or(kUndefined);
    const ReplicateRanking ranking = order.ranking(counts, sums);
    out[at++] = ranking.rocAuc;
    out[at++] = ranking.averagePrecision;
    out[at++] = ranking.ks;
    const double weight = tally.weight();
    const bool probabilities = order.probabilities();
    for (const double total : {sums.logLoss, sums.brier, sums.gaps10, sums.gaps15})
        out[at++] = probabilities ? total / weight : kUndefined;
    out[at++] = cost ? cost->total(tally) : kUndefined;
    return true;
}

void addFigure(const std::string& name, std::vector<double> replicates, BootstrapIntervals& result) {
    constexpr double kTail = 0.025;
    std::erase_if(replicates, [](double value) { return std::isnan(value); });
    if (replicates.size() < 2) return;
    std::sort(replicates.begin(), replicates.end());
    result.intervals[name] = {quantile(replicates, kTail), quantile(replicates, 1 - kTail)};
    result.standardErrors[name] = standardDeviation(replicates);
    result.used[name] = static_cast<std::uint32_t>(replicates.size());
}

}  // namespace reckoner
