#include "core/metrics/sorted_samples.h"

#include <cassert>

#include "core/metrics/score_order.h"

namespace reckoner {
namespace {

Cells makeCells(std::size_t n, std::uint32_t groups) {
    if (groups <= 0x80) return std::vector<std::uint8_t>(n);
    if (groups <= 0x8000) return std::vector<std::uint16_t>(n);
    return std::vector<std::uint32_t>(n);
}

}  // namespace

SortedSamples sortSamples(const SweepInput& input, const TaskContext& context) {
    const std::size_t n = input.scores.size();
    std::vector<std::uint32_t> cells(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t group = input.groupCodes.empty() ? 0 : input.groupCodes[input.rowOf(i)];
        assert(group < input.groups);
        cells[i] = group * 2 + (input.positives[i] ? 1 : 0);
    }
    const std::vector<OrderedScore> order = orderScores(input.scores, cells, context);
    cells = {};

    SortedSamples sorted;
    sorted.scores.resize(n);
    for (std::size_t i = 0; i < n; ++i)
        sorted.scores[i] = scoreOfKey(order[i].key);
    sorted.cells = makeCells(n, input.groups);
    std::visit(
        [&](auto& typed) {
            using Cell = std::remove_reference_t<decltype(typed[0])>;
            for (std::size_t i = 0; i < n; ++i)
                typed[i] = static_cast<Cell>(order[i].payload);
        },
        sorted.cells);
    context.checkCancelled();
    if (!input.weights.empty()) {
        sorted.weights.resize(n);
        for (std::size_t i = 0; i < n; ++i)
            sorted.weights[i] = input.weightOf(order[i].position);
    }
    for (std::size_t m = 0; m < input.amounts.size(); ++m) {
        context.checkCancelled();
        std::vector<double>& product = sorted.products.emplace_back(n);
        for (std::size_t i = 0; i < n; ++i)
            product[i] = input.productOf(m, order[i].position);
    }
    return sorted;
}

}  // namespace reckoner
