// A run as the search for slices sees it, and what it finds in the run's own figures.
#pragma once

#include <optional>
#include <vector>

#include "core/cost/operating_point.h"
#include "core/data/binning.h"
#include "core/metrics/run_analysis.h"
#include "core/metrics/slices.h"

namespace reckoner {

enum class SliceOf { Errors, Cost };

// e is 1 for a wrong decision, counted from countedFrom(point), or what the decision costs at the point, of
// tiers with its review (a gain counts as 0). Weights are the run's. Throws Error{BadInput} for a column that
// makes no groups.
SliceData sliceData(const RunAnalysis& run, const std::vector<GroupColumn>& columns,
                    const OperatingPoint& point, SliceOf of, const TaskContext& context = {});

// Beside run.rows: whether the sample is in the slice. O(samples).
std::vector<std::uint8_t> sliceMembers(const SliceData& data, const Slice& slice);

// What is in a slice, whatever it was found by.
struct SliceFigures {
    Value errorRate;  // weighted
    Value cost;       // total money or false alarms, of tiers with their reviews
    double costPerPeriod = 0;
    std::uint64_t n = 0;
    std::uint64_t errors = 0;  // samples decided wrongly, without weights
};
SliceFigures sliceFigures(const RunAnalysis& run, const std::vector<std::uint8_t>& members,
                          const OperatingPoint& point, const TaskContext& context = {});

// The values of the slice's parts, beside their columns.
struct SliceName {
    std::vector<std::string> columns;
    std::vector<std::optional<std::string>> values;
};
SliceName sliceName(const SliceData& data, const Slice& slice);

// One finding once: takes the slices in their order and leaves out those of whose samples (or of the other's,
// if that is smaller) more than `most` lie in one already taken. At most `top`.
struct DistinctSlice {
    std::size_t place = 0;     // in `slices`
    double overlap = 0;        // the largest with one taken before
    std::size_t variants = 0;  // slices left out because of this one
};
std::vector<DistinctSlice> distinctSlices(const SliceData& data, const std::vector<Slice>& slices,
                                          std::size_t top, double most = 0.5,
                                          const TaskContext& context = {});

}  // namespace reckoner
