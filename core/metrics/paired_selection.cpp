#include "core/metrics/paired_selection.h"

#include <algorithm>

#include "core/metrics/latency.h"
#include "core/metrics/multinomial.h"

namespace reckoner {
namespace {

struct Rates {
    double lowest = 2;
    double highest = -1;
    void add(std::uint64_t flagged, std::uint64_t n) {
        if (n == 0) return;
        const double rate = static_cast<double>(flagged) / static_cast<double>(n);
        lowest = std::min(lowest, rate);
        highest = std::max(highest, rate);
    }
    Value ratio() const {
        if (highest < 0) return Reason::NoSamples;
        return reckoner::ratio(lowest, highest, Reason::ZeroEverywhere);
    }
};

// Four cells a group.
std::vector<std::uint64_t> flat(const std::vector<SelectionCells>& groups) {
    std::vector<std::uint64_t> cells;
    for (const SelectionCells& group : groups)
        cells.insert(cells.end(), {group.both, group.onlyFirst, group.onlySecond, group.neither});
    return cells;
}

Value ratioOf(const std::vector<std::uint64_t>& cells, bool second) {
    Rates rates;
    for (std::size_t g = 0; g < cells.size(); g += 4) {
        const std::uint64_t n = cells[g] + cells[g + 1] + cells[g + 2] + cells[g + 3];
        rates.add(cells[g] + (second ? cells[g + 2] : cells[g + 1]), n);
    }
    return rates.ratio();
}

}  // namespace

Value selectionRatio(const std::vector<SelectionCells>& groups, bool second) {
    return ratioOf(flat(groups), second);
}

std::optional<Interval> selectionRatioDifference95(const std::vector<SelectionCells>& groups,
                                                   std::uint64_t seed, const TaskContext& context) {
    const std::vector<std::uint64_t> counts = flat(groups);
    std::vector<std::uint64_t> drawn(counts.size());
    std::vector<double> differences;
    for (std::uint32_t r = 0; r < kReplicates && !counts.empty(); ++r) {
        if (r % 256 == 0) context.checkCancelled();
        Random random(seed, r);
        resampleCounts(random, counts, drawn);
        const Value first = ratioOf(drawn, false);
        const Value second = ratioOf(drawn, true);
        if (first && second) differences.push_back(*second - *first);
    }
    if (differences.size() < 2) return std::nullopt;
    std::sort(differences.begin(), differences.end());
    return Interval{quantile(differences, 0.025), quantile(differences, 0.975)};
}

}  // namespace reckoner
