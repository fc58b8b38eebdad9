#include "core/metrics/quick_bootstrap.h"

#include <algorithm>
#include <limits>
#include <map>

#include "core/metrics/bootstrap_figures.h"
#include "core/metrics/quick_replicates.h"

namespace reckoner {
namespace {

BootstrapIntervals asked(const BootstrapRequest& request) {
    BootstrapIntervals result;
    result.seed = request.seed;
    result.replicates = request.replicates;
    return result;
}

void keep(const std::string& name, std::vector<double> replicates, BootstrapIntervals& result,
          const FigureSink& sink) {
    addFigure(name, std::move(replicates), result);
    const auto found = result.intervals.find(name);
    if (sink && found != result.intervals.end()) sink(name, found->second);
}

std::uint32_t without(const std::vector<std::uint8_t>& kept) {
    return static_cast<std::uint32_t>(std::count(kept.begin(), kept.end(), 0));
}

BootstrapIntervals drawn(const QuickDraw& draw, Executor* executor, const TaskContext& context,
                         const FigureSink& sink) {
    BootstrapIntervals result = asked(draw.first ? *draw.first : *draw.second);
    const auto take = [&](const std::string& name, std::vector<double> replicates) {
        keep(name, std::move(replicates), result, sink);
    };
    result.dropped = without(quickReplicates(draw, executor, context, take));
    return result;
}

}  // namespace

BootstrapIntervals quickPairedBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                        Executor* executor, const TaskContext& context,
                                        const FigureSink& sink) {
    return drawn({&first, &second, first.seed, first.replicates}, executor, context, sink);
}

BootstrapIntervals quickBootstrap(const BootstrapRequest& request, Executor* executor,
                                  const TaskContext& context, const FigureSink& sink) {
    return drawn({nullptr, &request, request.seed, request.replicates}, executor, context, sink);
}

BootstrapIntervals usualBootstrap(const BootstrapRequest& request, Executor* executor,
                                  const TaskContext& context) {
    return request.rows->scores.size() >= kQuickFrom ? quickBootstrap(request, executor, context)
                                                     : bootstrap(request, executor, context);
}

BootstrapIntervals quickIndependentBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                             Executor* executor, const TaskContext& context,
                                             const FigureSink& sink) {
    std::map<std::string, std::vector<double>> before;
    const auto remember = [&before](const std::string& name, std::vector<double> replicates) {
        before[name] = std::move(replicates);
    };
    const auto keptFirst =
        quickReplicates({nullptr, &first, first.seed, first.replicates}, executor, context, remember);
    BootstrapIntervals result = asked(first);
    const auto take = [&](const std::string& name, std::vector<double> replicates) {
        const auto found = before.find(name);
        if (found == before.end()) return;
        for (std::size_t r = 0; r < replicates.size(); ++r)
            replicates[r] -= found->second[r];
        keep(name, std::move(replicates), result, sink);
    };
    auto kept =
        quickReplicates({nullptr, &second, first.seed + 1, first.replicates}, executor, context, take);
    for (std::size_t r = 0; r < kept.size(); ++r)
        kept[r] = kept[r] && keptFirst[r] ? 1 : 0;
    result.dropped = without(kept);
    return result;
}

}  // namespace reckoner
