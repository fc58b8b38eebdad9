// One walk through the samples from the highest score down, with the running sums of both classes.
#pragma once

#include <type_traits>

#include "core/metrics/sorted_samples.h"

namespace reckoner {

// Walks through sorted samples and keeps the running sums of both classes, block by block as the checkpoints
// do. Counted: no weights and no measures, so that counts are all there is.
template <class Cell, bool kCounted>
class SweepWalk {
 public:
    SweepWalk(const SortedSamples& sorted, const std::vector<Cell>& cells, const std::vector<Sums>& totals)
        : sorted_(sorted), cells_(cells), totals_(totals), fields_(sorted.fields()) {
        refresh();
    }

    // Takes in sample i; samples come in order. True at the last sample of a score.
    bool take(std::size_t i) {
        const std::size_t truth = cells_[i] & 1;
        ++counts_[truth];
        if constexpr (!kCounted) {
            if (i % kSweepBlock == 0) closeBlock();
            addFields(sorted_, i, partial_ + truth * fields_);
        }
        return i + 1 == sorted_.scores.size() || sorted_.scores[i + 1] != sorted_.scores[i];
    }
    // The tally at the score just taken in.
    const Tally& tally() {
        refresh();
        return tally_;
    }
    double flaggedWeight(std::size_t truth) const {
        if (kCounted || sorted_.weights.empty()) return counts_[truth];
        return partial_[truth * fields_] + sums_[truth * fields_];
    }

 private:
    void closeBlock() {
        for (std::size_t f = 0; f < 2 * fields_; ++f) {
            sums_[f] += partial_[f];
            partial_[f] = 0;
        }
    }
    void refresh() {
        refresh(tally_.fp, tally_.tn, 0);
        refresh(tally_.tp, tally_.fn, 1);
    }
    void refresh(Sums& flagged, Sums& passed, std::size_t truth) {
        const Sums& total = totals_[truth];
        if constexpr (kCounted) {
            flagged.n = counts_[truth];
            flagged.weight = flagged.weightSq = counts_[truth];
            passed.n = total.n - counts_[truth];
            passed.weight = passed.weightSq = static_cast<double>(passed.n);
        } else {
            double now[2 + kMaxMeasures];
            for (std::size_t f = 0; f < fields_; ++f)
                now[f] = partial_[truth * fields_ + f] + sums_[truth * fields_ + f];
            flagged = sumsOf(counts_[truth], now, !sorted_.weights.empty(), sorted_.products.size());
            passed = total;
            passed -= flagged;
        }
    }

    const SortedSamples& sorted_;
    const std::vector<Cell>& cells_;
    const std::vector<Sums>& totals_;
    std::size_t fields_;
    std::uint32_t counts_[2]{};
    double sums_[2 * (2 + kMaxMeasures)]{};
    double partial_[2 * (2 + kMaxMeasures)]{};
    Tally tally_;
};

// Calls f with the walk that suits the samples.
template <class F>
void withSweepWalk(const SortedSamples& sorted, const std::vector<Sums>& totals, F f) {
    std::visit(
        [&](const auto& cells) {
            using Cell = std::remove_cvref_t<decltype(cells[0])>;
            if (sorted.fields() == 0)
                f(SweepWalk<Cell, true>(sorted, cells, totals));
            else
                f(SweepWalk<Cell, false>(sorted, cells, totals));
        },
        sorted.cells);
}

}  // namespace reckoner
