// The curves of the cost chart in data units, and where their names fit.
#pragma once

#include <vector>

#include <QPointF>
#include <QRectF>

#include "core/metrics/run_analysis.h"
#include "ui/charts/plot_scale.h"

namespace reckoner {

struct CostCurves {
    std::vector<QPointF> total;
    std::vector<QPointF> alarms;    // cost of false alarms alone; empty when the parts do not stack
    std::vector<QPointF> zero;      // the floor of the area below `alarms`
    std::vector<QPointF> baseline;  // total of the run compared with; may be empty
    double lowest = 0;              // of the y axis
    double highest = 1;
};
// Stacks false alarms and missed ones only while both cost something and nothing else does.
CostCurves costCurves(const RunAnalysis& run, const RunAnalysis* baseline);

// Whether `lower` runs below `upper` over most of the plot's right half, where names stand. False when either
// is empty.
bool mostlyBelow(const std::vector<QPointF>& lower, const std::vector<QPointF>& upper);
// Places of a label of this size between two curves (upper above lower), those with room first, from the
// right.
std::vector<QRectF> placesBetween(const std::vector<QPointF>& upper, const std::vector<QPointF>& lower,
                                  const PlotScale& x, const PlotScale& y, const QSizeF& size);
// Places beside a curve, above its left or below its right side, from the right end of the plot leftwards.
std::vector<QRectF> placesAlong(const std::vector<QPointF>& curve, const PlotScale& x, const PlotScale& y,
                                const QSizeF& size, bool aboveFirst);

}  // namespace reckoner
