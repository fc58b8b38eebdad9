#include "core/metrics/bootstrap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "core/base/error.h"
#include "core/metrics/bootstrap_order.h"
#include "core/metrics/latency.h"
#include "core/metrics/metric_list.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

std::vector<std::string> figureNames() {
    std::vector<std::string> names;
    for (const MetricEntry& entry : metricList())
        names.emplace_back(entry.id);
    for (const char* name :
         {"roc_auc", "average_precision", "ks", "log_loss", "brier", "ece_10", "ece_15", "cost"})
        names.emplace_back(name);
    return names;
}

// The figures of one replicate in the order of figureNames(); false when it holds one class.
bool figuresOf(const BootstrapOrder& order, const BootstrapRequest& request,
               std::span<const std::uint8_t> counts, std::span<double> out) {
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
    out[at++] = request.cost ? request.cost->total(tally) : kUndefined;
    return true;
}

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

void addFigure(const std::string& name, std::vector<double> replicates, BootstrapIntervals& result) {
    constexpr double kTail = 0.025;
    std::erase_if(replicates, [](double value) { return std::isnan(value); });
    if (replicates.size() < 2) return;
    std::sort(replicates.begin(), replicates.end());
    result.intervals[name] = {quantile(replicates, kTail), quantile(replicates, 1 - kTail)};
    result.standardErrors[name] = standardDeviation(replicates);
    result.used[name] = static_cast<std::uint32_t>(replicates.size());
}

}  // namespace

BootstrapIntervals bootstrap(const BootstrapRequest& request, Executor* executor,
                             const TaskContext& context) {
    const std::vector<std::string> names = figureNames();
    const BootstrapOrder order(*request.rows, request.kind, request.threshold, request.amounts, context);
    std::vector<double> figures(names.size() * request.replicates, kUndefined);
    std::vector<std::uint8_t> kept(request.replicates, 0);
    Resampler(request.seed, request.replicates)
        .run(
            order.samples(),
            [&](std::uint32_t replicate, std::span<const std::uint8_t> counts) {
                const auto out = std::span(figures).subspan(replicate * names.size(), names.size());
                kept[replicate] = figuresOf(order, request, counts, out);
            },
            executor, context);

    BootstrapIntervals result;
    result.seed = request.seed;
    result.replicates = request.replicates;
    result.dropped = static_cast<std::uint32_t>(std::count(kept.begin(), kept.end(), 0));
    for (std::size_t figure = 0; figure < names.size(); ++figure) {
        std::vector<double> replicates;
        for (std::uint32_t r = 0; r < request.replicates; ++r)
            if (kept[r]) replicates.push_back(figures[r * names.size() + figure]);
        addFigure(names[figure], std::move(replicates), result);
    }
    return result;
}

BootstrapIntervals bootstrap(const RunAnalysis& analysis, double threshold, std::uint32_t replicates,
                             Executor* executor, const TaskContext& context) {
    const EvalTable& table = *analysis.request.table;
    std::vector<std::vector<double>> amounts;
    for (const std::string& name : analysis.measures) {
        const ColumnInfo* column = table.find(name);
        if (!column) throw Error(ErrorCode::Internal, "An amount column went away during the analysis.");
        const auto values = table.real(column->id, context);
        auto& beside = amounts.emplace_back();
        for (const RowIndex row : analysis.rows.rows)
            beside.push_back(values->values()[row]);
    }
    BootstrapRequest request;
    request.rows = &analysis.rows;
    request.kind = table.info().kind;
    request.threshold = threshold;
    request.cost = &analysis.cost;
    request.amounts.assign(amounts.begin(), amounts.end());
    request.replicates = replicates;
    return bootstrap(request, executor, context);
}

}  // namespace reckoner
