#include "ui/widgets/sketch.h"

#include <array>

#include <QPainterPath>

#include "ui/style/theme.h"

namespace reckoner {
namespace {

struct Pens {
    const Tokens& t = Theme::instance().tokens();
    QPen grid{t.line, 1};
    QPen axis{t.baseline, 1};
    QPen ink{t.ink, 1.5};
    QPen dash{t.baseline, 1.5};
    Pens() {
        dash.setDashPattern({2, 2.5});
        ink.setCapStyle(Qt::RoundCap);
        ink.setJoinStyle(Qt::RoundJoin);
    }
};

void hollow(QPainter& p, const Pens& pens, QPointF at) {
    p.setPen(QPen(pens.t.baseline, 1.5));
    p.setBrush(pens.t.page);
    p.drawEllipse(at, 4, 4);
}

void solid(QPainter& p, const Pens& pens, QPointF at) {
    p.setPen(Qt::NoPen);
    p.setBrush(pens.t.ink);
    p.drawEllipse(at, 5, 5);
}

void bar(QPainter& p, const QColor& color, double x, double y, double width, double height) {
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    p.drawRoundedRect(QRectF(x, y, width, height), 2, 2);
}

void gridLines(QPainter& p, const Pens& pens) {
    p.setPen(pens.grid);
    p.drawLine(QPointF(0, 10.5), QPointF(232, 10.5));
    p.drawLine(QPointF(0, 42.5), QPointF(232, 42.5));
    p.setPen(pens.axis);
    p.drawLine(QPointF(0, 76.5), QPointF(232, 76.5));
}

// One measured point with its interval, and the ones still to come.
void change(QPainter& p, const Pens& pens) {
    gridLines(p, pens);
    const std::array<QPointF, 4> points{QPointF(32, 38), {98, 30}, {164, 34}, {226, 20}};
    p.setPen(pens.dash);
    p.drawPolyline(points.data(), static_cast<int>(points.size()));
    p.setPen(QPen(pens.t.ink, 1.2));
    p.drawLine(QPointF(32, 26), QPointF(32, 51));
    solid(p, pens, points[0]);
    for (std::size_t i = 1; i < points.size(); ++i)
        hollow(p, pens, points[i]);
}

void decide(QPainter& p, const Pens& pens) {
    gridLines(p, pens);
    QPainterPath curve(QPointF(4, 16));
    curve.cubicTo(60, 84, 96, 72, 128, 60);
    curve.cubicTo(164, 46, 196, 22, 228, 18);
    p.setPen(pens.ink);
    p.setBrush(Qt::NoBrush);
    p.drawPath(curve);
    p.setPen(pens.dash);
    p.drawLine(QPointF(92, 6), QPointF(92, 76));
    hollow(p, pens, {92, 69});
}

void today(QPainter& p, const Pens& pens) {
    bar(p, pens.t.ink, 0, 4, 132, 8);
    bar(p, pens.t.sunk, 0, 22, 200, 6);
    const std::array<double, 3> widths{96, 76, 70};
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const double y = 46 + 16 * static_cast<double>(i);
        bar(p, pens.t.sunk, 0, y, 100, 6);
        bar(p, i == 0 ? pens.t.ink : pens.t.baseline, 0, y, widths[i], 6);
        hollow(p, pens, {134, y + 3});
        bar(p, pens.t.sunk, 148, y, i == 1 ? 84 : 64, 6);
    }
}

void errors(QPainter& p, const Pens& pens) {
    p.setBrush(Qt::NoBrush);
    for (const QPointF corner : {QPointF(0.5, 4.5), {48.5, 4.5}, {0.5, 44.5}, {48.5, 44.5}}) {
        p.setPen(corner == QPointF(0.5, 4.5) ? QPen(pens.t.ink, 1.5) : pens.axis);
        p.drawRoundedRect(QRectF(corner, QSizeF(42, 34)), 4, 4);
    }
    for (int i = 0; i < 4; ++i) {
        const double y = 14.5 + 20 * i;
        hollow(p, pens, {120, y - 2});
        bar(p, i == 0 ? pens.t.ink : pens.t.sunk, 134, y - 5, i % 2 ? 74 : 92, 6);
        p.setPen(pens.grid);
        p.drawLine(QPointF(112, y + 9), QPointF(232, y + 9));
    }
}

void segments(QPainter& p, const Pens& pens) {
    p.setPen(pens.dash);
    p.drawLine(QPointF(150, 0), QPointF(150, 84));
    const std::array<double, 4> low{84, 112, 134, 142};
    const std::array<double, 4> high{128, 160, 186, 214};
    for (std::size_t i = 0; i < low.size(); ++i) {
        const double y = 10 + 21 * static_cast<double>(i);
        bar(p, pens.t.sunk, 0, y - 3, i % 2 ? 44 : 60, 6);
        bar(p, pens.t.line, low[i], y - 4, high[i] - low[i], 8);
        const QPointF middle((low[i] + high[i]) / 2, y);
        if (i == 0) {
            solid(p, pens, middle);
        } else {
            hollow(p, pens, middle);
        }
    }
}

void versions(QPainter& p, const Pens& pens) {
    p.setPen(pens.ink);
    p.setBrush(Qt::NoBrush);
    p.drawLine(QPointF(40, 44), QPointF(104, 44));
    QPainterPath branch(QPointF(104, 44));
    branch.cubicTo(130, 44, 134, 18, 164, 18);
    p.drawPath(branch);
    p.setPen(pens.dash);
    QPainterPath other(QPointF(104, 44));
    other.cubicTo(130, 44, 134, 70, 164, 70);
    p.drawPath(other);
    solid(p, pens, {40, 44});
    solid(p, pens, {104, 44});
    solid(p, pens, {168, 18});
    hollow(p, pens, {168, 70});
    bar(p, pens.t.sunk, 184, 15, 48, 6);
    bar(p, pens.t.sunk, 184, 67, 40, 6);
}

void record(QPainter& p, const Pens& pens) {
    p.setPen(pens.axis);
    p.drawLine(QPointF(8.5, 8), QPointF(8.5, 84));
    for (int i = 0; i < 3; ++i) {
        const double y = 12 + 30 * i;
        if (i == 0) {
            solid(p, pens, {8.5, y});
        } else {
            hollow(p, pens, {8.5, y});
        }
        bar(p, i == 0 ? pens.t.ink : pens.t.baseline, 28, y - 4, i == 1 ? 96 : 124, 6);
        bar(p, pens.t.sunk, 28, y + 7, i == 2 ? 140 : 190, 5);
    }
}

struct Sketch {
    const char* name;
    void (*paint)(QPainter&, const Pens&);
};
constexpr std::array kSketches{
    Sketch{"decide", decide},     Sketch{"today", today},       Sketch{"errors", errors},
    Sketch{"segments", segments}, Sketch{"versions", versions}, Sketch{"change", change},
    Sketch{"record", record},
};

}  // namespace

void paintSketch(QPainter& painter, const QRectF& area, const QString& name) {
    const Sketch* chosen = &kSketches.front();
    for (const Sketch& sketch : kSketches)
        if (name == QLatin1String(sketch.name)) chosen = &sketch;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    painter.scale(area.width() / kSketchSize.width(), area.height() / kSketchSize.height());
    chosen->paint(painter, Pens());
    painter.restore();
}

}  // namespace reckoner
