#include "core/metrics/paired_bootstrap.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "core/base/undefined.h"
#include "core/metrics/bootstrap_figures.h"

namespace reckoner {
namespace {

// Figures by replicate, and which replicates hold both classes.
struct Replicates {
    Replicates(std::uint32_t count, std::size_t figures)
        : width(figures), values(count * figures, kUndefined), kept(count, 0) {}
    std::span<double> row(std::uint32_t replicate) {
        return std::span(values).subspan(replicate * width, width);
    }
    std::size_t width;
    std::vector<double> values;
    std::vector<std::uint8_t> kept;
};

BootstrapOrder orderOf(const BootstrapRequest& request, const TaskContext& context) {
    return {*request.rows, request.kind, request.threshold, request.amounts, context};
}

// Counts by sample as counts by place.
void inOrder(const BootstrapOrder& order, std::span<const std::uint8_t> counts,
             std::vector<std::uint8_t>& out) {
    const std::span<const std::uint32_t> positions = order.positions();
    out.resize(positions.size());
    for (std::size_t place = 0; place < positions.size(); ++place)
        out[place] = counts[positions[place]];
}

BootstrapIntervals intervalsOf(const Replicates& differences, const BootstrapRequest& request) {
    BootstrapIntervals result;
    result.seed = request.seed;
    result.replicates = request.replicates;
    result.dropped =
        static_cast<std::uint32_t>(std::count(differences.kept.begin(), differences.kept.end(), 0));
    const std::vector<std::string> names = figureNames();
    for (std::size_t figure = 0; figure < names.size(); ++figure) {
        std::vector<double> values;
        for (std::uint32_t r = 0; r < request.replicates; ++r)
            if (differences.kept[r]) values.push_back(differences.values[r * names.size() + figure]);
        addFigure(names[figure], std::move(values), result);
    }
    return result;
}

Replicates replicatesOf(const BootstrapRequest& request, std::uint64_t seed, std::uint32_t replicates,
                        Executor* executor, const TaskContext& context) {
    Replicates result(replicates, figureNames().size());
    const BootstrapOrder order = orderOf(request, context);
    Resampler(seed, replicates)
        .run(
            order.samples(),
            [&](std::uint32_t replicate, std::span<const std::uint8_t> counts) {
                result.kept[replicate] = figuresOf(order, request.cost, counts, result.row(replicate));
            },
            executor, context);
    return result;
}

}  // namespace

BootstrapIntervals pairedBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                   Executor* executor, const TaskContext& context) {
    assert(first.rows->scores.size() == second.rows->scores.size());
    const BootstrapOrder a = orderOf(first, context);
    const BootstrapOrder b = orderOf(second, context);
    const std::size_t width = figureNames().size();
    Replicates differences(first.replicates, width);
    Resampler(first.seed, first.replicates)
        .run(
            a.samples(),
            [&](std::uint32_t replicate, std::span<const std::uint8_t> counts) {
                thread_local std::vector<std::uint8_t> placed;
                thread_local std::vector<double> ofFirst;
                ofFirst.resize(width);
                const std::span<double> out = differences.row(replicate);
                inOrder(a, counts, placed);
                if (!figuresOf(a, first.cost, placed, ofFirst)) return;
                inOrder(b, counts, placed);
                if (!figuresOf(b, second.cost, placed, out)) return;
                for (std::size_t figure = 0; figure < width; ++figure)
                    out[figure] -= ofFirst[figure];
                differences.kept[replicate] = 1;
            },
            executor, context);
    return intervalsOf(differences, first);
}

BootstrapIntervals independentBootstrap(const BootstrapRequest& first, const BootstrapRequest& second,
                                        Executor* executor, const TaskContext& context) {
    const Replicates a = replicatesOf(first, first.seed, first.replicates, executor, context);
    Replicates b = replicatesOf(second, first.seed + 1, first.replicates, executor, context);
    for (std::uint32_t r = 0; r < first.replicates; ++r)
        b.kept[r] = b.kept[r] && a.kept[r] ? 1 : 0;
    for (std::size_t i = 0; i < b.values.size(); ++i)
        b.values[i] -= a.values[i];
    return intervalsOf(b, first);
}

}  // namespace reckoner
