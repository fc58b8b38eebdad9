#include "ui/charts/chart_paint.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/style/theme.h"

namespace reckoner {
namespace {

constexpr std::size_t kMostPoints = 2000;
constexpr std::size_t kBuckets = 400;
constexpr qreal kTickGap = 12;

const Tokens& tokens() {
    return Theme::instance().tokens();
}

}  // namespace

std::vector<double> niceTicks(double lo, double hi, int most) {
    if (!(hi > lo)) return {lo};
    const double raw = (hi - lo) / std::max(1, most);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double lead : {1.0, 2.0, 5.0})
        if (lead * power >= raw * (1 - 1e-9)) {
            step = lead * power;
            break;
        }
    std::vector<double> ticks;
    for (double i = std::ceil(lo / step - 1e-9); i * step <= hi + step * 1e-9; ++i)
        ticks.push_back(i * step);
    return ticks;
}

std::vector<double> logTicks(double lo, double hi) {
    constexpr double kFewDecades = 2.5;
    std::vector<double> ticks;
    for (double power = std::floor(lo); power <= hi; ++power)
        for (const double lead : {1.0, 2.0, 5.0}) {
            if (lead != 1 && hi - lo > kFewDecades) continue;
            const double at = power + std::log10(lead);
            // 10^-3 is 0.001 as people write it, not 1.0000000000000002e-3.
            if (at >= lo && at <= hi)
                ticks.push_back(power < 0 ? lead / std::pow(10.0, -power) : lead * std::pow(10.0, power));
        }
    return ticks;
}

int tickDecimals(const std::vector<double>& ticks) {
    if (ticks.size() < 2) return 2;
    return std::max(0, static_cast<int>(std::ceil(-std::log10(ticks[1] - ticks[0]) - 1e-9)));
}

AxisUnit axisUnit(double highest) {
    if (highest >= 10e6) return {1e6, QStringLiteral("million ")};
    if (highest >= 10e3) return {1e3, QStringLiteral("thousand ")};
    return {};
}

qreal typePx(qreal size) {
    return size * Theme::instance().typeScale();
}

QSizeF textSize(const QString& text, const QFont& font) {
    const QFontMetricsF metrics(font);
    return {std::ceil(metrics.horizontalAdvance(text)), std::ceil(metrics.height())};
}

void paintText(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QFont& font,
               const QColor& color) {
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, flags | Qt::TextDontClip | Qt::TextSingleLine, text);
}

void paintRule(QPainter& painter, const QPointF& from, const QPointF& to, const QColor& color) {
    if (from.y() == to.y())
        painter.fillRect(QRectF(from.x(), std::floor(from.y()), to.x() - from.x(), 1), color);
    else
        painter.fillRect(QRectF(std::floor(from.x()), from.y(), 1, to.y() - from.y()), color);
}

void paintGridAndYTicks(QPainter& painter, const QRectF& plot, const PlotScale& y,
                        const std::vector<double>& ticks, const std::function<QString(double)>& text) {
    const QFont font = Theme::instance().font(12);
    for (const double tick : ticks) {
        const qreal at = std::round(y.pixel(tick));
        if (tick != y.lo) paintRule(painter, {plot.left(), at}, {plot.right(), at}, tokens().grid);
        paintText(painter, QRectF(plot.left() - kTickGap - 100, at - typePx(10), 100, typePx(20)),
                  Qt::AlignRight | Qt::AlignVCenter, text(tick), font, tokens().ink3);
    }
}

void paintXTicks(QPainter& painter, const QRectF& plot, const PlotScale& x, const std::vector<double>& ticks,
                 const std::function<QString(double)>& text, const QRectF& covered) {
    const QFont font = Theme::instance().font(12);
    QRectF before;
    for (const double tick : ticks) {
        const QString label = text(tick);
        const QSizeF size = textSize(label, font);
        const QRectF rect(x.pixel(tick) - size.width() / 2, plot.bottom() + typePx(14) - size.height() / 2,
                          size.width(), size.height());
        if (!covered.isNull() && covered.adjusted(-4, 0, 4, 0).intersects(rect)) continue;
        if (!before.isNull() && before.adjusted(-6, 0, 6, 0).intersects(rect)) continue;
        before = rect;
        paintText(painter, rect, Qt::AlignCenter, label, font, tokens().ink3);
    }
}

void paintNow(QPainter& painter, const QPointF& at, bool hot) {
    const qreal radius = hot ? 7.5 : 6.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().page);
    painter.drawEllipse(at, radius + 2, radius + 2);
    painter.setBrush(tokens().accent);
    painter.drawEllipse(at, radius, radius);
}

void paintPolicy(QPainter& painter, const QPointF& at) {
    painter.setPen(QPen(tokens().ink, 1.5));
    painter.setBrush(tokens().page);
    painter.drawEllipse(at, 4, 4);
}

void paintLowest(QPainter& painter, const QPointF& at) {
    constexpr qreal kHalf = 6;
    painter.setPen(QPen(tokens().accent, 1.5));
    painter.setBrush(tokens().page);
    painter.drawPolygon(QPolygonF({{at.x(), at.y() - kHalf},
                                   {at.x() + kHalf, at.y()},
                                   {at.x(), at.y() + kHalf},
                                   {at.x() - kHalf, at.y()}}));
}

void paintLimited(QPainter& painter, const QPointF& at) {
    constexpr qreal kHalf = 4.5;
    painter.setPen(QPen(tokens().accent, 1.5));
    painter.setBrush(tokens().page);
    painter.drawRect(QRectF(at.x() - kHalf, at.y() - kHalf, 2 * kHalf, 2 * kHalf));
}

void paintRequired(QPainter& painter, const QPointF& from, const QPointF& to) {
    QPen dots(tokens().ink3, 1, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({1, 3});
    painter.setPen(dots);
    painter.drawLine(from, to);
}

void paintPill(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font,
               const QColor& ground, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 4, 4);
    paintText(painter, rect, Qt::AlignCenter, text, font, color);
}

namespace {

// A point every two pixels or so: more only make the line rough. Ends stay, and so does the lowest point.
std::vector<QPointF> smoothed(const std::vector<QPointF>& points, double lo, double hi) {
    if (points.size() <= kBuckets * 2 || hi <= lo) return points;
    const auto bucket = [&](const QPointF& point) {
        return static_cast<long>((point.x() - lo) / (hi - lo) * static_cast<double>(kBuckets));
    };
    const auto lowest = std::min_element(points.begin(), points.end(),
                                         [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
    std::vector<QPointF> kept;
    for (auto it = points.begin(); it != points.end(); ++it) {
        const bool last = std::next(it) == points.end();
        if (last || it == points.begin() || it == lowest || bucket(*it) != bucket(*std::next(it)))
            kept.push_back(*it);
    }
    return kept;
}

}  // namespace

std::vector<QPointF> overThreshold(const RunAnalysis& run,
                                   const std::function<double(const Tally&)>& quantity) {
    const bool steps = run.curve.size() * 2 <= kMostPoints;
    std::vector<QPointF> points;
    // From the lowest score up: below it nothing changes any more.
    for (auto it = run.curve.rbegin(); it != run.curve.rend(); ++it) {
        const double value = quantity(it->tally);
        if (points.empty() && it->threshold > run.axisLo) points.emplace_back(run.axisLo, value);
        if (!points.empty() && (steps || std::isinf(it->threshold)))
            points.emplace_back(points.back().x(), value);
        points.emplace_back(std::isinf(it->threshold) ? run.axisHi : it->threshold, value);
    }
    return steps ? points : smoothed(points, run.axisLo, run.axisHi);
}

QPolygonF coarse(const std::vector<QPointF>& points, const PlotScale& x, const PlotScale& y) {
    constexpr qreal kStep = 4;
    QPolygonF line;
    for (const QPointF& point : points) {
        const QPointF at(x.pixel(point.x()), y.pixel(point.y()));
        if (line.isEmpty() || &point == &points.back() || std::fabs(at.x() - line.back().x()) >= kStep ||
            std::fabs(at.y() - line.back().y()) >= kStep)
            line << at;
    }
    return line;
}

}  // namespace reckoner
