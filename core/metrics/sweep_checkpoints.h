// Running sums at regular places in score order.
#pragma once

#include <algorithm>

#include "core/metrics/sorted_samples.h"

namespace reckoner {

// Running sums before every spacing-th sample, for a fixed number of cells.
struct SweepCheckpoints {
    std::size_t spacing = 1;
    std::size_t cells = 0;
    std::size_t fields = 0;
    std::vector<std::uint32_t> counts;  // [checkpoint][cell]
    std::vector<double> sums;           // [checkpoint][cell][field]

    std::size_t size() const { return counts.size() / cells; }
    std::size_t bytes() const { return counts.capacity() * 4 + sums.capacity() * 8; }
};

// cellOf(i): the cell of sample i.
template <class CellOf>
SweepCheckpoints makeCheckpoints(const SortedSamples& sorted, std::size_t spacing, std::size_t cells,
                                 CellOf cellOf, const TaskContext& context) {
    const std::size_t n = sorted.scores.size();
    SweepCheckpoints result{spacing, cells, sorted.fields(), {}, {}};
    const std::size_t points = n / spacing + 1;
    result.counts.reserve(points * cells);
    result.sums.reserve(points * cells * result.fields);
    std::vector<std::uint32_t> counts(cells);
    std::vector<double> sums(cells * result.fields);
    std::vector<double> partial(cells * result.fields);
    for (std::size_t i = 0;; ++i) {
        if (i % spacing == 0) {
            for (std::size_t f = 0; f < sums.size(); ++f)
                sums[f] += partial[f];
            std::fill(partial.begin(), partial.end(), 0.0);
            result.counts.insert(result.counts.end(), counts.begin(), counts.end());
            result.sums.insert(result.sums.end(), sums.begin(), sums.end());
        }
        if (i == n) break;
        if (i % (1 << 18) == 0) context.checkCancelled();
        const std::size_t cell = cellOf(i);
        ++counts[cell];
        if (result.fields != 0) addFields(sorted, i, &partial[cell * result.fields]);
    }
    return result;
}

}  // namespace reckoner
