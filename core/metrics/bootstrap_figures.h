// The figures of one bootstrap replicate, and the intervals of many: shared by one run and by two.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/cost/cost_model.h"
#include "core/metrics/bootstrap.h"
#include "core/metrics/bootstrap_order.h"

namespace reckoner {

// By JSON key: every metric of metricList(), then roc_auc, average_precision, ks, log_loss, brier, ece_10,
// ece_15, cost.
std::vector<std::string> figureNames();

// In the order of figureNames(), NaN where undefined; false when the replicate holds one class. cost may be
// null. O(samples).
bool figuresOf(const BootstrapOrder& order, const BoundCost* cost, std::span<const std::uint8_t> counts,
               std::span<double> out);

// The 95 % percentile interval of a figure over its replicates (NaN: undefined in that one), and what goes
// with it. Fewer than two leave no entry.
void addFigure(const std::string& name, std::vector<double> replicates, BootstrapIntervals& result);

}  // namespace reckoner
