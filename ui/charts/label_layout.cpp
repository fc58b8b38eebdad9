#include "ui/charts/label_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reckoner {

bool crosses(const QLineF& line, const QRectF& rect) {
    // Liang-Barsky clipping: the segment touches when a stretch of it is left.
    double enter = 0;
    double leave = 1;
    const auto clip = [&](double delta, double distance) {
        if (delta == 0) return distance >= 0;
        const double at = distance / delta;
        if (delta < 0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    return clip(-line.dx(), line.x1() - rect.left()) && clip(line.dx(), rect.right() - line.x1()) &&
           clip(-line.dy(), line.y1() - rect.top()) && clip(line.dy(), rect.bottom() - line.y1());
}

qreal distanceOf(const QRectF& rect, const QPolygonF& line) {
    constexpr qreal kStep = 4;
    qreal least = std::numeric_limits<qreal>::max();
    const auto look = [&](const QPointF& point) {
        const qreal dx = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.0});
        const qreal dy = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.0});
        least = std::min(least, dx * dx + dy * dy);
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        look(line[i]);
        if (i == 0) continue;
        const QPointF way = line[i] - line[i - 1];
        const int steps = static_cast<int>(std::hypot(way.x(), way.y()) / kStep);
        for (int step = 1; step < steps; ++step)
            look(line[i - 1] + way * step / steps);
    }
    return std::sqrt(least);
}

std::vector<QRectF> placesOf(const QPolygonF& own, const std::vector<QPolygonF>& others,
                             const std::vector<QRectF>& places) {
    constexpr qreal kClear = 8;  // nearer by this much cannot be mistaken
    std::vector<QRectF> clear, nearer;
    for (const QRectF& place : places) {
        const qreal mine = distanceOf(place, own);
        qreal theirs = std::numeric_limits<qreal>::max();
        for (const QPolygonF& other : others)
            if (!other.isEmpty()) theirs = std::min(theirs, distanceOf(place, other));
        if (theirs >= mine + kClear)
            clear.push_back(place);
        else if (theirs > mine + 1)
            nearer.push_back(place);
    }
    clear.insert(clear.end(), nearer.begin(), nearer.end());
    return clear;
}

void LabelLayout::blockCurve(const QPolygonF& curve) {
    for (qsizetype i = 1; i < curve.size(); ++i)
        lines_.emplace_back(curve[i - 1], curve[i]);
}

void LabelLayout::avoidCurve(const QPolygonF& curve) {
    for (qsizetype i = 1; i < curve.size(); ++i)
        avoided_.emplace_back(curve[i - 1], curve[i]);
}

bool LabelLayout::free(const QRectF& rect) const {
    if (!bounds_.contains(rect)) return false;
    for (const QRectF& other : blocked_)
        if (other.intersects(rect)) return false;
    return std::none_of(lines_.begin(), lines_.end(),
                        [&](const QLineF& line) { return crosses(line, rect); });
}

std::optional<QRectF> LabelLayout::place(const std::vector<QRectF>& candidates) {
    const auto clear = [&](const QRectF& rect) {
        return std::none_of(avoided_.begin(), avoided_.end(),
                            [&](const QLineF& line) { return crosses(line, rect); });
    };
    std::optional<QRectF> found;
    for (const QRectF& rect : candidates) {
        if (!free(rect)) continue;
        if (!found) found = rect;
        if (avoided_.empty()) break;
        if (!clear(rect)) continue;
        found = rect;
        break;
    }
    if (found) blocked_.push_back(found->adjusted(-4, -3, 4, 3));
    return found;
}

}  // namespace reckoner
