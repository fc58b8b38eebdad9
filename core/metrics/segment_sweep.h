// Tallies of many segments at any threshold: one sort for all groupings together, then a byte a sample each.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/cost/cost_model.h"
#include "core/data/grouping.h"
#include "core/data/scored_rows.h"
#include "core/metrics/tally.h"

namespace reckoner {

// Immutable; every method is const and thread-safe. Figures are those of a ThresholdSweep with the same
// grouping, bit for bit.
class SegmentSweep {
 public:
    // measures as in ThresholdSweep::build. Throws Error{BadInput} for a measure that is no column of
    // numbers, Error{Cancelled}. O(samples x groupings) and one sort.
    static std::shared_ptr<const SegmentSweep> build(const EvalTable& table, const ScoredRows& rows,
                                                     const std::vector<std::string>& measures,
                                                     const std::vector<Grouping>& groupings,
                                                     const TaskContext& context = {});
    ~SegmentSweep();

    std::size_t groupings() const;
    std::uint32_t groups(std::size_t grouping) const;
    std::uint64_t samples() const;
    // One tally a group of this grouping. Preconditions: out.size() == groups(grouping); threshold is not
    // NaN. O(max(1,024, 16 x groups)).
    void at(double threshold, std::size_t grouping, std::span<Tally> out) const;

    // The cheapest threshold of each group taken by itself: "flag nobody" (+infinity) or one of its own
    // scores; ties: the highest. O(samples).
    struct Cheapest {
        double threshold = 0;
        double total = 0;
    };
    std::vector<Cheapest> cheapest(std::size_t grouping, const BoundCost& cost,
                                   const TaskContext& context = {}) const;

    // Scores of each group in `bars` equal bars over [lo, hi], the last also holding hi; scores outside go to
    // the nearest bar. [group][bar]. O(samples).
    std::vector<std::vector<std::uint32_t>> histograms(std::size_t grouping, double lo, double hi,
                                                       std::size_t bars) const;
    std::size_t bytes() const;

 private:
    struct Impl;
    explicit SegmentSweep(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace reckoner
