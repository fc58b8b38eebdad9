// A share with its interval in a cell of a table: the bar, the dot, and the dashed line of everyone.
#pragma once

#include <optional>

#include <QColor>
#include <QRect>

#include "core/base/value.h"

class QPainter;

namespace reckoner {

// Where shares stand in a column.
struct BarPlace {
    double lo = 0;  // at left
    double hi = 1;  // at right
    int left = 0;
    int right = 0;

    double at(double share) const;
};

// In the middle of the row.
void paintIntervalBar(QPainter& painter, const BarPlace& place, const QRect& row, double share,
                      const std::optional<Interval>& interval, const QColor& mark);
// A stretch of one line through all rows; scrolled: how far the table is scrolled, so that the pattern runs
// on. dash, gap: its pattern in pixels.
void paintThroughRows(QPainter& painter, const BarPlace& place, const QRect& row, double share, int scrolled,
                      const QColor& color, int dash = 2, int gap = 2);

}  // namespace reckoner
