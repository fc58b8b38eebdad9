#include "core/metrics/bootstrap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "core/base/undefined.h"
#include "core/cost/operating_point.h"
#include "core/cost/tier_prices.h"
#include "core/metrics/bootstrap_figures.h"
#include "core/metrics/measure_columns.h"
#include "core/metrics/run_analysis.h"

namespace reckoner {
namespace {}  // namespace

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
                kept[replicate] = figuresOf(order, request.cost, counts, out);
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

BootstrapRequest bootstrapRequest(const RunAnalysis& analysis, double threshold,
                                  std::vector<std::vector<double>>& amounts, const TaskContext& context) {
    const EvalTable& table = *analysis.request.table;
    amounts = measureAmounts(table, analysis.measures, analysis.rows.rows, context);
    BootstrapRequest request;
    request.rows = &analysis.rows;
    request.kind = table.info().kind;
    request.threshold = threshold;
    request.cost = &analysis.cost;
    request.amounts.assign(amounts.begin(), amounts.end());
    return request;
}

BootstrapIntervals bootstrap(const RunAnalysis& analysis, const OperatingPoint& point,
                             std::uint32_t replicates, Executor* executor, const TaskContext& context) {
    std::vector<std::vector<double>> amounts;
    BootstrapRequest request = bootstrapRequest(analysis, countedFrom(point), amounts, context);
    request.replicates = replicates;
    std::optional<TierPrices> prices;
    if (point.tiers) {
        prices = tierPrices(analysis.rows, amounts, analysis.cost, reviewTerms(analysis, *point.tiers),
                            *point.tiers, context);
        request.cost = &prices->cost;
        request.amounts = {prices->amounts};
    }
    return bootstrap(request, executor, context);
}

}  // namespace reckoner
