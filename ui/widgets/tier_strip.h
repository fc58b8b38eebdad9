// How tiers look on the slider: the colours of its bars, the track, and their names between the cut-offs.
#pragma once

#include <functional>
#include <vector>

#include <QColor>
#include <QRectF>

#include "core/cost/tier_plan.h"
#include "ui/charts/plot_scale.h"

class QPainter;

namespace reckoner {

// A stretch of the axis in pixels in which one thing is done.
struct BarPart {
    qreal from;
    qreal to;
    TierAct act;
};

// From left to right, one a tier; `handleX` gives the pixel of a cut-off.
std::vector<BarPart> barParts(const TierPlan& plan, const PlotScale& scale,
                              const std::function<qreal(std::size_t)>& handleX);
// Of the positive class missed or caught, of the other let through or alarmed. What people decide is paler in
// the colour of the right decision.
QColor barColor(TierAct act, bool positive);
void paintReviewGround(QPainter& painter, const std::vector<BarPart>& parts, qreal top, qreal bottom);
void paintTierTrack(QPainter& painter, const std::vector<BarPart>& parts, qreal y);
// Centred in their stretch; a name without room is left out, for the table has them all.
void paintTierNames(QPainter& painter, const TierPlan& plan, const std::vector<BarPart>& parts,
                    const QRectF& row);

}  // namespace reckoner
