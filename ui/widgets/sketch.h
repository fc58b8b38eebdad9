// Small line drawings of what a page would hold, for empty states.
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

namespace reckoner {

inline constexpr QSizeF kSketchSize{232, 88};

// Draws the sketch of that name ("today", "errors", "segments", "versions", "change", "record", "decide");
// an unknown name draws "decide". area is kSketchSize big, or scaled.
void paintSketch(QPainter& painter, const QRectF& area, const QString& name);

}  // namespace reckoner
