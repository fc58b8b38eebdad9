// Tests whether differences between segments are more than chance. Source: METRICS.md, "Segments".
#pragma once

#include <optional>
#include <vector>

#include "core/base/value.h"

namespace reckoner {

// A share out of `trials` independent samples; weighted data state trials as n_eff = (sum w)^2 / sum w^2.
struct Share {
    double share = 0;
    double trials = 0;
};

// Two-sided p of the two-proportion z test with the pooled share; 1 when both shares are 0 or both are 1.
// n/a (NoSamples) when a side is empty.
Value twoProportionP(const Share& a, const Share& b);

// 95 % interval of a - b for shares of different samples: Newcombe's hybrid of the two Wilson intervals
// (1998, method 10). Nothing when a side is empty.
std::optional<Interval> newcombe95(const Share& a, const Share& b);

// Benjamini-Hochberg q-values in the order of `p`, as R's p.adjust(method = "BH"): an undefined p stays
// undefined and does not count as a test. O(n log n).
std::vector<Value> benjaminiHochberg(const std::vector<Value>& p);

}  // namespace reckoner
