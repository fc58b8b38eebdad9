// Where labels go so that they touch neither each other nor the edge: the first free place wins.
#pragma once

#include <optional>
#include <vector>

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

namespace reckoner {

class LabelLayout {
 public:
    explicit LabelLayout(const QRectF& bounds) : bounds_(bounds) {}

    void block(const QRectF& rect) { blocked_.push_back(rect); }
    void blockLine(const QPointF& from, const QPointF& to) { lines_.emplace_back(from, to); }
    void blockCurve(const QPolygonF& curve);
    // Kept off while there is another place.
    void avoidCurve(const QPolygonF& curve);

    // The first candidate inside the bounds that touches nothing placed or blocked; it is then blocked
    // itself. Nothing when there is no room: the label is left out.
    std::optional<QRectF> place(const std::vector<QRectF>& candidates);
    bool free(const QRectF& rect) const;

 private:
    QRectF bounds_;
    std::vector<QRectF> blocked_;
    std::vector<QLineF> lines_;
    std::vector<QLineF> avoided_;
};

// Does the segment touch the rectangle?
bool crosses(const QLineF& line, const QRectF& rect);

}  // namespace reckoner
