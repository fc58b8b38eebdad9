// The strokes and letters all charts share, as LOOK.md says them.
#pragma once

#include <functional>
#include <vector>

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include "core/metrics/run_analysis.h"
#include "ui/charts/plot_scale.h"

class QPainter;

namespace reckoner {

// 0, 50, 100, ...: at most `most` of them, round numbers, both ends inside [lo, hi].
std::vector<double> niceTicks(double lo, double hi, int most);
// Values for a log axis whose ends are the logarithms lo and hi: 1, 10, 100, ..., and 2 and 5 times them
// while there are few.
std::vector<double> logTicks(double lo, double hi);
// Decimals that tell neighbouring ticks apart.
int tickDecimals(const std::vector<double>& ticks);

// What the figures of an axis are written in: ones, thousands, millions; the word ends in a space.
struct AxisUnit {
    double size = 1;
    QString word;
};
AxisUnit axisUnit(double highest);

// A length of LOOK.md, grown in present mode.
qreal typePx(qreal size);
QSizeF textSize(const QString& text, const QFont& font);
void paintText(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QFont& font,
               const QColor& color);
// One pixel wide on pixel borders, whatever the painter's antialiasing.
void paintRule(QPainter& painter, const QPointF& from, const QPointF& to, const QColor& color);
void paintGridAndYTicks(QPainter& painter, const QRectF& plot, const PlotScale& y,
                        const std::vector<double>& ticks, const std::function<QString(double)>& text);
// Tick labels under the plot; those that `covered` would touch are left out.
void paintXTicks(QPainter& painter, const QRectF& plot, const PlotScale& x, const std::vector<double>& ticks,
                 const std::function<QString(double)>& text, const QRectF& covered);

// Operating point: now (disc with a ring of the page), policy (hollow), lowest (hollow diamond).
void paintNow(QPainter& painter, const QPointF& at, bool hot);
void paintPolicy(QPainter& painter, const QPointF& at);
void paintLowest(QPainter& painter, const QPointF& at);
void paintLimited(QPainter& painter, const QPointF& at);  // hollow square
// A line that is asked for (a floor, a ceiling): dotted.
void paintRequired(QPainter& painter, const QPointF& from, const QPointF& to);
void paintPill(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font,
               const QColor& ground, const QColor& color);

// A quantity over the threshold axis, ascending. Exact steps while they are few; for drawing only.
std::vector<QPointF> overThreshold(const RunAnalysis& run,
                                   const std::function<double(const Tally&)>& quantity);
// Every few pixels one point: enough for labels to keep off the curve.
QPolygonF coarse(const std::vector<QPointF>& points, const PlotScale& x, const PlotScale& y);

}  // namespace reckoner
