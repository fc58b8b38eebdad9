#include "ui/pages/segments/interval_bar.h"

#include <algorithm>

#include <QPainter>

#include "ui/shell/scaled.h"

namespace reckoner {

double BarPlace::at(double share) const {
    return left + std::clamp((share - lo) / (hi - lo), 0.0, 1.0) * (right - left);
}

void paintIntervalBar(QPainter& painter, const BarPlace& place, const QRect& row, double share,
                      const std::optional<Interval>& interval, const QColor& mark) {
    const double middle = row.top() + (row.height() - 1) / 2.0;
    const double half = scaled(8) / 2.0;
    painter.setPen(Qt::NoPen);
    if (interval) {
        QColor soft = mark;
        soft.setAlphaF(0.28F);
        const double from = place.at(interval->lo);
        painter.setBrush(soft);
        painter.drawRoundedRect(QRectF(QPointF(from, middle - half),
                                       QPointF(std::max(place.at(interval->hi), from + 1), middle + half)),
                                2, 2);
    }
    painter.setBrush(mark);
    painter.drawEllipse(QPointF(place.at(share), middle), half, half);
}

void paintThroughRows(QPainter& painter, const BarPlace& place, const QRect& row, double share, int scrolled,
                      const QColor& color, int dash, int gap) {
    const int x = qRound(place.at(share));
    const int step = dash + gap;
    const int from = row.top() + scrolled;
    for (int y = from + (from % step != 0 ? step - from % step : 0); y <= from + row.height(); y += step)
        painter.fillRect(QRect(x, y - scrolled, 1, dash), color);
}

}  // namespace reckoner
