#include "ui/widgets/outcome_marks.h"

#include <QPainter>
#include <QPolygonF>

#include "ui/style/theme.h"

namespace reckoner {

OutcomeLook lookOf(Cell cell) {
    const Tokens& t = Theme::instance().tokens();
    switch (cell) {
        case Cell::Missed:
            return {t.fnMark, t.fnText, t.fnSoft};
        case Cell::Caught:
            return {t.tpMark, t.tpText, t.tpSoft};
        case Cell::LetThrough:
            return {t.tnMark, t.tnText, t.tnSoft};
        case Cell::FalseAlarm:
            break;
    }
    return {t.fpMark, t.fpText, t.fpSoft};
}

void paintMark(QPainter& painter, Cell cell, const QRectF& box) {
    const QColor color = lookOf(cell).mark;
    const QPointF c = box.center();
    const qreal r = box.width() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (cell) {
        case Cell::Missed:
            painter.drawPolygon(
                QPolygonF({{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}}));
            return;
        case Cell::Caught:
            painter.drawEllipse(c, r * 0.84, r * 0.84);
            return;
        case Cell::LetThrough:
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(color, 1.6));
            painter.drawEllipse(c, r * 0.74, r * 0.74);
            return;
        case Cell::FalseAlarm:
            painter.drawPolygon(QPolygonF({{c.x(), c.y() - r * 0.84},
                                           {c.x() + r * 0.96, c.y() + r * 0.8},
                                           {c.x() - r * 0.96, c.y() + r * 0.8}}));
    }
}

}  // namespace reckoner
