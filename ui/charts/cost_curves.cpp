#include "ui/charts/cost_curves.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "ui/charts/chart_paint.h"

namespace reckoner {
namespace {

constexpr qreal kRoom = 6;     // least distance of a name from a curve
constexpr qreal kEnough = 14;  // more distance than this is no better
constexpr std::size_t kPlaces = 80;

bool partsStack(const RunAnalysis& run) {
    const CostModel& model = run.cost.model();
    const OutcomeCost nothing;
    const auto positive = [](const OutcomeCost& cost) { return cost.fixed >= 0 && cost.factor >= 0; };
    return model.tp == nothing && model.tn == nothing && positive(model.fp) && positive(model.fn);
}

// The curve as heights in pixels, one for each column of the plot.
std::vector<qreal> heights(const std::vector<QPointF>& curve, const PlotScale& x, const PlotScale& y) {
    const int columns = std::max(1, static_cast<int>(x.to - x.from) + 1);
    std::vector<qreal> result(static_cast<std::size_t>(columns), y.from);
    std::size_t i = 0;
    for (int column = 0; column < columns; ++column) {
        const double at = x.value(x.from + column);
        while (i + 1 < curve.size() && curve[i + 1].x() <= at)
            ++i;
        if (!curve.empty()) result[static_cast<std::size_t>(column)] = y.pixel(curve[i].y());
    }
    return result;
}

}  // namespace

CostCurves costCurves(const RunAnalysis& run, const RunAnalysis* baseline) {
    CostCurves curves;
    const auto total = [](const RunAnalysis& of) {
        return overThreshold(of, [&](const Tally& t) { return of.perPeriod(of.cost.total(t)); });
    };
    curves.total = total(run);
    if (baseline) curves.baseline = total(*baseline);
    if (partsStack(run)) {
        curves.alarms = overThreshold(run, [&](const Tally& t) { return run.perPeriod(run.cost.of(t).fp); });
        curves.zero = {{run.axisLo, 0}, {run.axisHi, 0}};
    }
    double lo = 0;
    double hi = 0;
    for (const auto* curve : {&curves.total, &curves.baseline})
        for (const QPointF& point : *curve) {
            lo = std::min(lo, point.y());
            hi = std::max(hi, point.y());
        }
    if (hi == lo) hi = lo + 1;
    curves.highest = hi + (hi - lo) * 0.015;
    curves.lowest = lo < 0 ? lo - (hi - lo) * 0.015 : 0;
    return curves;
}

bool mostlyBelow(const std::vector<QPointF>& lower, const std::vector<QPointF>& upper) {
    if (lower.empty() || upper.empty()) return false;
    const auto valueAt = [](const std::vector<QPointF>& curve, double x) {
        const auto at =
            std::lower_bound(curve.begin(), curve.end(), x,
                             [](const QPointF& point, double wanted) { return point.x() < wanted; });
        return at == curve.end() ? curve.back().y() : at->y();
    };
    constexpr int kLooks = 10;
    const double lo = lower.front().x();
    const double hi = lower.back().x();
    int below = 0;
    for (int i = 0; i < kLooks; ++i) {
        const double x = lo + (hi - lo) * (0.5 + 0.4 * i / kLooks);
        below += valueAt(lower, x) < valueAt(upper, x) ? 1 : 0;
    }
    return below * 2 > kLooks;
}

std::vector<QRectF> placesBetween(const std::vector<QPointF>& upper, const std::vector<QPointF>& lower,
                                  const PlotScale& x, const PlotScale& y, const QSizeF& size) {
    const std::vector<qreal> top = heights(upper, x, y);
    const std::vector<qreal> bottom = heights(lower, x, y);
    const auto columns = static_cast<int>(top.size());
    const int width = static_cast<int>(std::ceil(size.width()));
    std::vector<std::pair<qreal, QRectF>> places;
    for (int left = 8; left + width + 8 <= columns; left += 8) {
        qreal ceiling = 0;
        qreal floor = std::numeric_limits<qreal>::max();
        for (int column = left - 4; column < left + width + 4; ++column) {
            ceiling = std::max(ceiling, top[static_cast<std::size_t>(column)]);
            floor = std::min(floor, bottom[static_cast<std::size_t>(column)]);
        }
        const qreal room = (floor - ceiling - size.height()) / 2;
        if (room < kRoom) continue;
        const QRectF rect(x.from + left, (floor + ceiling - size.height()) / 2, size.width(), size.height());
        places.emplace_back(std::min(room, kEnough), rect);
    }
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second.left() > b.second.left();
    });
    std::vector<QRectF> result;
    for (const auto& [room, rect] : places)
        if (result.size() < kPlaces) result.push_back(rect);
    return result;
}

std::vector<QRectF> placesAlong(const std::vector<QPointF>& curve, const PlotScale& x, const PlotScale& y,
                                const QSizeF& size, bool aboveFirst) {
    const std::vector<qreal> line = heights(curve, x, y);
    std::vector<QRectF> result, mirrored;
    for (const bool above : {aboveFirst, !aboveFirst})
        for (const qreal share : {0.66, 0.6, 0.72, 0.54, 0.78, 0.48, 0.84, 0.9, 0.4, 0.3, 0.2}) {
            const auto column = static_cast<std::size_t>(share * static_cast<qreal>(line.size() - 1));
            const QPointF at(x.from + static_cast<qreal>(column), line[column]);
            for (const qreal gap : {6, 14, 24}) {
                const qreal left = at.x() - size.width() - gap / 2;
                if (above) {
                    result.emplace_back(QPointF(left, at.y() - size.height() - gap), size);
                    mirrored.emplace_back(QPointF(at.x() + gap / 2, at.y() - size.height() - gap), size);
                } else {
                    result.emplace_back(QPointF(at.x() + gap, at.y() + gap), size);
                    mirrored.emplace_back(QPointF(left, at.y() + gap), size);
                }
            }
        }
    // Where the curve falls, names stand on the other side of the place.
    result.insert(result.end(), mirrored.begin(), mirrored.end());
    return result;
}

}  // namespace reckoner
