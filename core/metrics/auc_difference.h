// Whether one version ranks better than another. Sources: DeLong, DeLong and Clarke-Pearson 1988, Sun and Xu
// 2014; reference: R pROC.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/task_context.h"
#include "core/base/value.h"
#include "core/metrics/ranking.h"

namespace reckoner {

class Executor;

struct AucDifference {
    double first = 0;   // AUC
    double second = 0;  // AUC
    double value = 0;   // second - first
    double variance = 0;
    double z = 0;             // of first - second, as R prints it; 0 where there is no difference at all
    double p = 1;             // two-sided
    Interval interval{0, 0};  // 95 %, of second - first; not clipped
    // No variance is left to judge by (both separate the classes fully, or score alike): the interval says
    // nothing.
    bool informative() const { return variance > 0; }
};

// DeLong's structural components of both versions' AUC, by sample: the share of the other class that it
// stands on the right side of, ties one half. Over either class they average to the AUC.
struct AucComponents {
    std::vector<double> first;
    std::vector<double> second;
    double difference = 0;  // second's AUC - first's
};
// Nothing with fewer than two samples of either class. Both are sorted at once where there is an executor.
std::optional<AucComponents> aucComponents(std::span<const double> first, std::span<const double> second,
                                           std::span<const std::uint8_t> positives,
                                           Executor* executor = nullptr, const TaskContext& context = {});

// Both versions' scores of the same samples. Nothing with fewer than two samples of either class.
// O(n log n). Preconditions: spans of one length; scores are finite.
std::optional<AucDifference> aucDifferencePaired(std::span<const double> first,
                                                 std::span<const double> second,
                                                 std::span<const std::uint8_t> positives,
                                                 const TaskContext& context = {},
                                                 Executor* executor = nullptr);

// On different samples.
AucDifference aucDifferenceUnpaired(const DeLong& first, const DeLong& second);

}  // namespace reckoner
