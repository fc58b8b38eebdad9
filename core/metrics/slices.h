// The worst slices of a run: SliceLine (Sagadeeva and Boehm, 2021), exact, by counting group-by codes.
// Source: METRICS.md, "Segments, slices, fairness".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"

namespace reckoner {

class Executor;

struct SliceColumn {
    std::string name;
    std::vector<std::optional<std::string>> values;  // by code; nullopt: missing
    std::vector<std::uint32_t> codes;                // beside the samples
};

// Samples with what each of them does wrong.
struct SliceData {
    std::vector<SliceColumn> columns;
    std::vector<double> errors;   // e >= 0, beside the samples
    std::vector<double> weights;  // beside the samples, or empty: all 1
};

struct SliceOptions {
    std::size_t maxColumns = 3;  // 1 to 3
    std::size_t top = 20;
    double alpha = 0.95;
    double minimumShare = 0.01;  // a slice holds at least so many of the samples, ...
    std::uint64_t minimum = 32;  // ... and at least so many
};

struct SliceCount {
    std::uint64_t n = 0;
    double weight = 0;  // = n without weights
    double errors = 0;  // sum of weight x e
    double rate() const { return weight > 0 ? errors / weight : 0; }
};

struct SlicePart {
    std::uint32_t column = 0;  // in SliceData::columns
    std::uint32_t value = 0;   // its code
    bool operator==(const SlicePart&) const = default;
    auto operator<=>(const SlicePart&) const = default;
};

struct Slice {
    std::vector<SlicePart> parts;  // by column
    SliceCount count;
    double score = 0;
    // With one part left out, in the order of parts; of one column: everyone.
    std::vector<SliceCount> parents;
    Value pValue;  // against the rest: two-proportion z test where e is 0 or 1, else Welch's
    // Benjamini-Hochberg over every slice that was looked at, those not listed taken as larger: never too
    // small.
    Value qValue;
};

struct SliceSearch {
    std::vector<Slice> slices;  // those with a score above 0, the highest first; ties: fewer parts, then
                                // parts in order
    SliceCount whole;
    std::uint64_t minimum = 0;  // fewest samples of a slice
    std::uint64_t tests = 0;    // slices large enough to be looked at
};

// alpha (mean error of the slice / mean error - 1) - (1 - alpha) (n / size - 1). Precondition: both have
// weight, and the whole has errors.
double sliceScore(const SliceCount& slice, const SliceCount& whole, double alpha);

// Exactly the slices that trying every one would find. One pass over the samples for each pair of columns,
// and for those triples whose parents leave a chance; on all threads of the executor, the same figures
// whatever their number. Throws Error{Cancelled}.
SliceSearch findSlices(const SliceData& data, const SliceOptions& options, Executor* executor = nullptr,
                       const TaskContext& context = {});

}  // namespace reckoner
