#include "ui/charts/label_layout.h"

#include <algorithm>

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
