#include "ui/pages/versions/results_chart.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "core/wording/number_format.h"
#include "core/wording/run_names.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

ResultsChart::ResultsChart(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("resultsChart"));
    setAccessibleName(tr("Recall on each eval set, over time"));
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ResultsChart::setResults(std::vector<VersionResult> results, const Vocabulary& words) {
    results_ = std::move(results);
    words_ = words;
    std::stable_sort(results_.begin(), results_.end(),
                     [](const VersionResult& a, const VersionResult& b) { return a.date < b.date; });
    lo_ = 1;
    hi_ = 0;
    QStringList said;
    for (const VersionResult& result : results_) {
        said << qt(resultText(result, words));
        if (!result.recallInterval) continue;
        lo_ = std::min(lo_, result.recallInterval->lo);
        hi_ = std::max(hi_, result.recallInterval->hi);
    }
    if (hi_ < lo_) {
        lo_ = 0;
        hi_ = 1;
    }
    if (required_) {
        lo_ = std::min(lo_, *required_ - 0.02);
        hi_ = std::max(hi_, *required_ + 0.02);
    }
    lo_ = std::max(0.0, std::floor(lo_ * 10) / 10);
    hi_ = std::min(1.0, std::ceil(hi_ * 10) / 10);
    if (hi_ <= lo_) hi_ = lo_ + 0.1;
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    update();
}

QSize ResultsChart::sizeHint() const {
    return {scaled(420), scaled(200)};
}

QRectF ResultsChart::plot() const {
    return QRectF(typePx(44), typePx(12), std::max(20.0, width() - typePx(56)),
                  std::max(20.0, height() - typePx(44)));
}

qreal ResultsChart::xOf(std::size_t i) const {
    const QRectF area = plot();
    if (results_.size() < 2) return area.center().x();
    const qreal inset = typePx(16);
    return area.left() + inset +
           (area.width() - 2 * inset) * static_cast<qreal>(i) / static_cast<qreal>(results_.size() - 1);
}

std::optional<std::size_t> ResultsChart::at(const QPointF& point) const {
    for (std::size_t i = 0; i < results_.size(); ++i)
        if (std::fabs(point.x() - xOf(i)) <= typePx(10)) return i;
    return std::nullopt;
}

void ResultsChart::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::instance();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    if (results_.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    const PlotScale y{lo_ * 100, hi_ * 100, area.bottom(), area.top()};
    paintGridAndYTicks(painter, area, y, niceTicks(y.lo, y.hi, 4),
                       [](double tick) { return qt(fixed(tick, 0)); });
    paintRule(painter, {area.left(), area.bottom()}, {area.right(), area.bottom()}, t.control);
    const QFont font = theme.font(12);
    if (required_) {
        const qreal at = std::floor(y.pixel(*required_ * 100)) + 0.5;
        paintRequired(painter, {area.left(), at}, {area.right(), at});
        const QString text = tr("required %1").arg(qt(ofHundred(*required_)));
        const QSizeF size = textSize(text, font);
        paintText(painter, QRectF(QPointF(area.right() - size.width(), at - size.height() - 1), size),
                  Qt::AlignCenter, text, font, t.ink3);
    }
    QRectF before;
    for (std::size_t i = 0; i < results_.size(); ++i) {
        const VersionResult& result = results_[i];
        const qreal x = xOf(i);
        const QString day = qt(dateName(result.date)).section(QLatin1Char(' '), 0, 1);
        const QSizeF size = textSize(day, font);
        const QRectF label(
            QPointF(std::clamp(x - size.width() / 2, 0.0, width() - size.width()), area.bottom() + typePx(6)),
            size);
        if (before.isNull() || !before.adjusted(-8, 0, 8, 0).intersects(label)) {
            paintText(painter, label, Qt::AlignCenter, day, font, t.ink3);
            before = label;
        }
        if (!result.recall || !result.recallInterval) continue;
        QColor soft = t.ink;
        soft.setAlphaF(0.28F);
        const qreal half = typePx(4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(soft);
        painter.drawRoundedRect(QRectF(QPointF(x - half / 1.5, y.pixel(result.recallInterval->hi * 100)),
                                       QPointF(x + half / 1.5, y.pixel(result.recallInterval->lo * 100))),
                                2, 2);
        painter.setBrush(t.ink);
        painter.drawEllipse(QPointF(x, y.pixel(*result.recall * 100)), half, half);
    }
}

void ResultsChart::mouseMoveEvent(QMouseEvent* event) {
    const auto place = at(event->position());
    setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setPlainToolTip(this, place ? qt(resultText(results_[*place], words_)) : QString());
}

void ResultsChart::mouseReleaseEvent(QMouseEvent* event) {
    const auto place = at(event->position());
    if (place && event->button() == Qt::LeftButton)
        Q_EMIT opened(static_cast<qlonglong>(results_[*place].run));
}

}  // namespace reckoner

#include "moc_results_chart.cpp"
