#include "ui/pages/segments/number_brush.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kHeight = 116;
constexpr int kAxis = 24;

}  // namespace

NumberBrush::NumberBrush(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("numberBrush"));
    setCursor(Qt::CrossCursor);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void NumberBrush::setBars(const NumberBars& bars, const QString& name) {
    bars_ = bars;
    from_ = to_ = -1;
    setAccessibleName(tr("Histogram of %1: drawing over it keeps that range alone").arg(name));
    update();
}

void NumberBrush::setRange(const std::optional<Interval>& range) {
    range_ = range;
    update();
}

QSize NumberBrush::sizeHint() const {
    return QSize(320, scaled(kHeight));
}

QRectF NumberBrush::plot() const {
    return QRectF(0, scaled(4), width(), height() - scaled(kAxis) - scaled(4));
}

int NumberBrush::barAt(double x) const {
    const int bars = static_cast<int>(bars_.counts.size());
    return std::clamp(static_cast<int>(std::floor(x / plot().width() * bars)), 0, bars - 1);
}

double NumberBrush::edge(int bar) const {
    const int bars = static_cast<int>(bars_.counts.size());
    return bar >= bars ? bars_.hi : bars_.lo + (bars_.hi - bars_.lo) * bar / bars;
}

Interval NumberBrush::between(int one, int other) const {
    return {edge(std::min(one, other)), edge(std::max(one, other) + 1)};
}

void NumberBrush::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (bars_.counts.empty()) return;
    const QRectF area = plot();
    const double most = static_cast<double>(*std::max_element(bars_.counts.begin(), bars_.counts.end()));
    const double wide = area.width() / static_cast<double>(bars_.counts.size());
    const std::optional<Interval> held = from_ >= 0 ? std::optional(between(from_, to_)) : range_;
    const auto place = [&](double number) {
        return area.left() + (number - bars_.lo) / (bars_.hi - bars_.lo) * area.width();
    };
    if (held) {
        const QRectF band(place(held->lo), area.top(), place(held->hi) - place(held->lo), area.height());
        painter.fillRect(band, t.selected);
        painter.fillRect(QRectF(band.left(), band.top(), 2, band.height()), t.accent);
        painter.fillRect(QRectF(band.right() - 2, band.top(), 2, band.height()), t.accent);
    }
    for (std::size_t i = 0; i < bars_.counts.size() && most > 0; ++i) {
        const double high = area.height() * static_cast<double>(bars_.counts[i]) / most;
        const double middle =
            edge(static_cast<int>(i)) + (bars_.hi - bars_.lo) / 2 / static_cast<double>(bars_.counts.size());
        const bool inside = !held || (middle > held->lo && middle < held->hi);
        painter.fillRect(QRectF(area.left() + static_cast<double>(i) * wide, area.bottom() - high,
                                std::max(1.0, wide - 1), high),
                         inside ? t.baseline : t.tnSoft);
    }
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), t.control);
    const PlotScale x{bars_.lo, bars_.hi, area.left(), area.right()};
    const std::vector<double> ticks = niceTicks(bars_.lo, bars_.hi, 5);
    const int decimals = tickDecimals(ticks);
    paintXTicks(painter, area, x, ticks, [&](double tick) { return qt(fixed(tick, decimals)); }, {});
}

void NumberBrush::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || bars_.counts.empty()) return;
    from_ = to_ = barAt(event->position().x());
    update();
}

void NumberBrush::mouseMoveEvent(QMouseEvent* event) {
    if (from_ < 0) return;
    to_ = barAt(event->position().x());
    update();
}

void NumberBrush::mouseReleaseEvent(QMouseEvent* event) {
    if (from_ < 0 || event->button() != Qt::LeftButton) return;
    const Interval chosen = between(from_, barAt(event->position().x()));
    from_ = to_ = -1;
    Q_EMIT brushed(chosen.lo, chosen.hi);
}

}  // namespace reckoner

#include "moc_number_brush.cpp"
