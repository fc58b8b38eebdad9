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

// Least distance of a rectangle from a line, to a few pixels; a large one where there is no line.
qreal distanceOf(const QRectF& rect, const QPolygonF& line);
// The places that are told to be of `own` and of no other line: clearly nearer ones first, those nearer to
// another left out.
std::vector<QRectF> placesOf(const QPolygonF& own, const std::vector<QPolygonF>& others,
                             const std::vector<QRectF>& places);

// Does the segment touch the rectangle?
bool crosses(const QLineF& line, const QRectF& rect);

}  // namespace reckoner
