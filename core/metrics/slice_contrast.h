// Whether what goes wrong inside a set of samples differs from the rest beyond chance.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/value.h"
#include "core/metrics/slices.h"

namespace reckoner {

// members: beside data.errors, 1 for inside. Where every e is 0 or 1 and there are no weights, the
// two-proportion z test; else Welch's test of the means of weight x e, by the normal distribution. n/a when
// one side is empty. O(samples).
Value sliceContrast(const SliceData& data, const std::vector<std::uint8_t>& members);

// Beside the slices' filter expressions: how they do on the samples of another run.
struct SliceCheck {
    std::uint64_t n = 0;
    Value rate;    // mean e inside
    Value lift;    // over the mean e of all
    Value pValue;  // against the rest
    Value qValue;  // Benjamini-Hochberg over the slices checked
    bool confirmed() const { return lift && *lift > 1 && qValue && *qValue < 0.05; }
};
// members: one list a slice.
std::vector<SliceCheck> checkSlices(const SliceData& data,
                                    const std::vector<std::vector<std::uint8_t>>& members);

}  // namespace reckoner
