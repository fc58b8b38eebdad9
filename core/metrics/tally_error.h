// How sure a metric that is no share is, from one confusion matrix.
#pragma once

#include <optional>

#include "core/base/value.h"
#include "core/metrics/metric_list.h"

namespace reckoner {

// Standard error by the delta method: the samples fall into the four cells by a multinomial of n_eff =
// (sum w)^2 / sum w^2 draws; the slope of the metric is taken numerically. In microseconds, so that it
// follows a drag; where the metric is smooth it is what a bootstrap finds. Nothing where the metric is
// undefined.
std::optional<double> standardError(const MetricEntry& metric, const Tally& tally);

// The values a metric can have at all: [0, 1], of correlations [-1, 1], of lift and log loss from 0 up.
Interval rangeOf(const MetricEntry& metric);

}  // namespace reckoner
