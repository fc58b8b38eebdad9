#include "ui/charts/threshold_chart.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kLeft = 44;
constexpr qreal kRight = 12;
constexpr qreal kTop = 26;
constexpr qreal kBottom = 52;
constexpr qreal kGrab = 8;
constexpr int kTicks = 5;

const Tokens& tokens() {
    return Theme::instance().tokens();
}

}  // namespace

ThresholdChart::ThresholdChart(QWidget* parent) : ChartFrame(parent) {}

QRectF ThresholdChart::plotArea() const {
    const qreal left = typePx(kLeft);
    const qreal top = typePx(kTop);
    return QRectF(left, top, std::max(10.0, width() - left - typePx(kRight)),
                  std::max(10.0, height() - top - typePx(kBottom)));
}

PlotScale ThresholdChart::xScale() const {
    const QRectF plot = plotArea();
    if (!facts().shown()) return {0, 1, plot.left(), plot.right()};
    return {facts().run->axisLo, facts().run->axisHi, plot.left(), plot.right()};
}

std::vector<double> ThresholdChart::upTicks() const {
    const PlotScale y = yScale();
    return niceTicks(y.lo, y.hi, kTicks);
}

qreal ThresholdChart::xOf(double threshold) const {
    const RunAnalysis& run = *facts().run;
    return xScale().pixel(std::min(std::max(threshold, run.axisLo), run.axisHi));
}

std::optional<qreal> ThresholdChart::policyX() const {
    if (!facts().policy || *facts().policy == facts().threshold) return std::nullopt;
    return std::floor(xOf(*facts().policy)) + 0.5;
}

void ThresholdChart::paintGround(QPainter& painter) const {
    const QRectF plot = plotArea();
    PlotScale y = yScale();
    std::vector<double> ticks = upTicks();
    const std::vector<double> values = ticks;
    for (double& tick : ticks)
        tick = heightOf(tick);
    paintGridAndYTicks(painter, plot, y, ticks, [&](double tick) {
        const auto at = std::find(ticks.begin(), ticks.end(), tick);
        return upTick(values[static_cast<std::size_t>(at - ticks.begin())]);
    });
    paintRule(painter, {plot.left(), plot.bottom()}, {plot.right(), plot.bottom()}, tokens().control);
    paintText(painter, QRectF(plot.left(), plot.top() - typePx(24), plot.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, upTitle(), Theme::instance().font(12), tokens().ink3);
}

void ThresholdChart::paintLines(QPainter& painter, LabelLayout& layout) const {
    const QRectF plot = plotArea();
    const auto block = [&](qreal x) { layout.block(QRectF(x - 6, plot.top(), 12, plot.height())); };
    if (const auto policy = policyX()) {
        painter.setPen(QPen(tokens().ink, 1));
        painter.drawLine(QPointF(*policy, plot.top()), QPointF(*policy, plot.bottom()));
        block(*policy);
    }
    const qreal now = xOf(facts().threshold);
    QPen dashed(tokens().accent, hot() ? 3 : 2, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({6 / dashed.widthF(), 4 / dashed.widthF()});
    painter.setPen(dashed);
    painter.drawLine(QPointF(now, plot.top()), QPointF(now, plot.bottom()));
    block(now);
}

void ThresholdChart::paintLabel(QPainter& painter, LabelLayout& layout, const QString& text,
                                QFont::Weight weight, const QColor& color, const std::vector<QRectF>& places,
                                std::vector<QRectF>& labels) const {
    const auto rect = layout.place(places);
    if (!rect) return;
    paintText(painter, *rect, Qt::AlignCenter, text, Theme::instance().font(12, weight), color);
    labels.push_back(*rect);
}

void ThresholdChart::paintPolicyLabel(QPainter& painter, LabelLayout& layout,
                                      std::vector<QRectF>& labels) const {
    const auto policy = policyX();
    if (!policy || std::fabs(*policy - xOf(facts().threshold)) < 1) return;
    const QRectF plot = plotArea();
    const QSizeF size = textSize(tr("Policy"), Theme::instance().font(12));
    const bool leftFirst = *policy < xOf(facts().threshold);
    std::vector<QRectF> places;
    for (qreal y = plot.top() + 2; y + size.height() < plot.bottom(); y += 8)
        for (const bool left : {leftFirst, !leftFirst})
            places.emplace_back(QPointF(left ? *policy - 8 - size.width() : *policy + 8, y), size);
    paintLabel(painter, layout, tr("Policy"), QFont::Normal, tokens().ink2, places, labels);
}

void ThresholdChart::paintFoot(QPainter& painter) const {
    const QRectF plot = plotArea();
    const PlotScale x = xScale();
    const qreal now = xOf(facts().threshold);
    const QFont bold = Theme::instance().font(12, QFont::DemiBold);
    const QString exact = qt(fullThreshold(*facts().run, facts().threshold));
    const qreal width = std::max(44.0, textSize(exact, bold).width() + 10);
    // At the edges the pill stays in the picture, off its line.
    const qreal left = std::clamp(now - width / 2, 0.0, std::max(0.0, this->width() - width));
    const QRectF pill(std::round(left), plot.bottom() + 4, width, typePx(20));
    const std::vector<double> ticks = niceTicks(x.lo, x.hi, kTicks);
    const int decimals = tickDecimals(ticks);
    paintXTicks(
        painter, plot, x, ticks, [&](double tick) { return qt(fixed(tick, decimals)); }, pill);
    paintPill(painter, pill, exact, bold, tokens().accent, tokens().onAccent);
    paintText(painter, QRectF(plot.left(), plot.bottom() + typePx(24), plot.width(), typePx(20)),
              Qt::AlignRight | Qt::AlignVCenter, qt(thresholdAxisTitle(facts().words)),
              Theme::instance().font(12), tokens().ink3);
}

void ThresholdChart::paintLevel(QPainter& painter, LabelLayout& layout, double height, const QString& words,
                                std::vector<QRectF>& labels) const {
    const QRectF plot = plotArea();
    const qreal y = std::floor(yScale().pixel(heightOf(height))) + 0.5;
    if (y < plot.top() || y > plot.bottom()) return;
    paintRequired(painter, {plot.left(), y}, {plot.right(), y});
    layout.block(QRectF(plot.left(), y - 1, plot.width(), 2));
    const QSizeF size = textSize(words, Theme::instance().font(12));
    std::vector<QRectF> places;
    for (const bool above : {true, false})
        for (qreal right = plot.right() - 4; right - size.width() > plot.left(); right -= 12)
            places.emplace_back(QPointF(right - size.width(), above ? y - 3 - size.height() : y + 3), size);
    paintLabel(painter, layout, words, QFont::Normal, tokens().ink3, places, labels);
}

std::optional<QPointF> ThresholdChart::handle() const {
    if (!facts().shown()) return std::nullopt;
    return QPointF(xOf(facts().threshold), plotArea().center().y());
}

bool ThresholdChart::grabs(const QPointF& at) const {
    const auto point = handle();
    return point && std::fabs(point->x() - at.x()) <= kGrab && at.y() >= plotArea().top();
}

std::optional<double> ThresholdChart::thresholdAt(const QPointF& at) const {
    return roundedThreshold(*facts().run, xScale().value(at.x()));
}

QString ThresholdChart::describe() const {
    if (!facts().shown()) return {};
    return qt(pointSentence(*facts().run, facts().words, facts().threshold));
}

}  // namespace reckoner

#include "moc_threshold_chart.cpp"
