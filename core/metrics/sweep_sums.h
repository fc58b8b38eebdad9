// Reading running sums: checkpoints plus a short scan.
#pragma once

#include "core/metrics/sweep_checkpoints.h"

namespace reckoner {

// The sums over the first `count` samples in every cell of `points`, handed to write(cell, sums).
template <class CellOf, class Write>
void sumsBefore(const SortedSamples& sorted, const SweepCheckpoints& points, std::size_t count, CellOf cellOf,
                Write write) {
    const std::size_t fields = points.fields;
    const std::size_t k = count / points.spacing;
    // Two cells or few groups live on the stack; only many groups with amounts need the heap.
    constexpr std::size_t kStackCells = 256;
    constexpr std::size_t kStackSums = 1024;
    std::uint32_t stackCounts[kStackCells];
    double stackSums[kStackSums];
    std::vector<std::uint32_t> heapCounts;
    std::vector<double> heapSums;
    std::uint32_t* counts = stackCounts;
    double* partial = stackSums;
    if (points.cells > kStackCells) {
        heapCounts.resize(points.cells);
        counts = heapCounts.data();
    }
    if (points.cells * fields > kStackSums) {
        heapSums.resize(points.cells * fields);
        partial = heapSums.data();
    }
    std::copy_n(points.counts.begin() + static_cast<std::ptrdiff_t>(k * points.cells), points.cells, counts);
    std::fill_n(partial, points.cells * fields, 0.0);
    for (std::size_t i = k * points.spacing; i < count; ++i) {
        const std::size_t cell = cellOf(i);
        ++counts[cell];
        if (fields != 0) addFields(sorted, i, partial + cell * fields);
    }
    const double* before = points.sums.data() + k * points.cells * fields;
    for (std::size_t f = 0; f < points.cells * fields; ++f)
        partial[f] += before[f];
    for (std::size_t cell = 0; cell < points.cells; ++cell)
        write(cell,
              sumsOf(counts[cell], partial + cell * fields, !sorted.weights.empty(), sorted.products.size()));
}

// What is flagged of one class in one cell, and what is left of its total.
inline void setTruth(Tally& tally, bool truth, const Sums& flagged, const Sums& total) {
    Sums& yes = truth ? tally.tp : tally.fp;
    Sums& no = truth ? tally.fn : tally.tn;
    yes = flagged;
    no = total;
    no -= flagged;
}

}  // namespace reckoner
