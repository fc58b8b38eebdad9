// Cut-offs over the cost curve: a dashed line each, the names of the tiers between them, and what they cost
// in all.
#pragma once

#include <vector>

#include <QRectF>

#include "ui/charts/label_layout.h"
#include "ui/charts/operating_facts.h"
#include "ui/charts/plot_scale.h"

class QPainter;

namespace reckoner {

// Precondition: facts.tiers. hot: the moving cut-off is under the pointer. `labels` are kept off by those
// that come later.
void paintTierLines(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, const PlotScale& x,
                    const PlotScale& y, qreal bottom, bool hot, LabelLayout& layout,
                    std::vector<QRectF>& labels);
// The exact cut-offs under the axis, and what they cover.
std::vector<QRectF> tierPills(const OperatingFacts& facts, const QRectF& plot, const PlotScale& x);
void paintTierPills(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, const PlotScale& x);
// What the axis is, where no line runs through it.
void paintTierAxisTitle(QPainter& painter, const OperatingFacts& facts, const QRectF& plot,
                        const PlotScale& x);
// The cut-off whose line is nearest, within `reach` pixels.
std::optional<std::size_t> cutoffNear(const OperatingFacts& facts, const PlotScale& x, qreal at, qreal reach);

}  // namespace reckoner
