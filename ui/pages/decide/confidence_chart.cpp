#include "ui/pages/decide/confidence_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include "core/wording/confidence_point.h"
#include "core/wording/confusion_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/copy_text.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kSteps = 400;
constexpr qreal kLeft = 56;

}  // namespace

ConfidenceChart::ConfidenceChart(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("confidenceChart"));
    setAccessibleName(tr("Right answers and reviews by confidence"));
    setCursor(Qt::SizeHorCursor);
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void ConfidenceChart::setFacts(const ClassAnalysisPtr& run, double confidence) {
    confidence_ = confidence;
    if (run != run_) {
        run_ = run;
        steps_.clear();
        for (int i = 0; run_ && i <= kSteps; ++i) {
            const double share = static_cast<double>(i) / kSteps;
            const double at = run_->axisLo * (1 - share) + run_->axisHi * share;
            const ConfidenceSweep::Split split = run_->sweep->at(settledConfidence(*run_, at));
            const double stands = split.right.weight + split.wrong.weight;
            const double all = stands + split.reviewed.weight;
            steps_.push_back({at, split.accuracy().v.value_or(std::numeric_limits<double>::quiet_NaN()),
                              all > 0 ? split.reviewed.weight / all : 0});
        }
    }
    if (run_) setAccessibleDescription(qt(plain(confidenceHeadline(*run_, confidence_))));
    update();
}

QRectF ConfidenceChart::plot() const {
    return QRectF(rect()).adjusted(typePx(kLeft), typePx(24), -typePx(24), -typePx(24));
}

PlotScale ConfidenceChart::xScale() const {
    const QRectF area = plot();
    return {run_ ? run_->axisLo : 0, run_ ? run_->axisHi : 1, area.left(), area.right()};
}

PlotScale ConfidenceChart::yScale() const {
    const QRectF area = plot();
    return {0, 1, area.bottom(), area.top()};
}

void ConfidenceChart::paintCurve(QPainter& painter, double Step::*share, const QColor& color,
                                 const QColor& textColor, const std::string& name) const {
    const PlotScale x = xScale();
    const PlotScale y = yScale();
    QPolygonF line;
    for (const Step& step : steps_)
        if (!std::isnan(step.*share)) line << QPointF(x.pixel(step.confidence), y.pixel(step.*share));
    painter.setPen(QPen(color, 2.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    if (line.isEmpty()) return;
    const QFont font = Theme::instance().font(12, QFont::DemiBold);
    const QPointF start = line.front();
    paintText(painter, QRectF(start.x() + 8, start.y() - typePx(20), 200, typePx(16)),
              Qt::AlignLeft | Qt::AlignVCenter, qt(name), font, textColor);
}

void ConfidenceChart::paintEvent(QPaintEvent*) {
    if (!run_) return;
    const Tokens& t = Theme::instance().tokens();
    const QFont small = Theme::instance().font(12);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    const PlotScale x = xScale();
    paintGridAndYTicks(painter, area, yScale(), {0, 0.25, 0.5, 0.75, 1},
                       [](double v) { return qt(percent(v)); });
    paintRule(painter, area.bottomLeft(), area.bottomRight(), t.control);
    const double now = x.pixel(std::min(shownConfidence(*run_, confidence_), run_->axisHi));
    const std::vector<double> ticks = niceTicks(run_->axisLo, run_->axisHi, 11);
    const int decimals = tickDecimals(ticks);
    paintXTicks(
        painter, area, x, ticks, [decimals](double v) { return qt(fixed(v, decimals)); },
        QRectF(now - 1, area.bottom(), 2, height() - area.bottom()));
    paintText(painter, QRectF(area.left(), 0, area.width(), typePx(16)), Qt::AlignLeft | Qt::AlignVCenter,
              tr("by confidence: answers from here up stand, the others go to a person"), small, t.ink3);
    paintCurve(painter, &Step::reviewed, t.baseline, t.ink3, "sent to review");
    paintCurve(painter, &Step::right, t.tpMark, t.tpText, "right, of the answers that stand");
    QPen dash(t.accent, 2);
    dash.setDashPattern({3, 2});
    painter.setPen(dash);
    painter.drawLine(QPointF(now, area.top()), QPointF(now, height()));
    const ConfidenceSweep::Split split = run_->sweep->at(confidence_);
    const double stands = split.right.weight + split.wrong.weight;
    const double all = stands + split.reviewed.weight;
    const PlotScale y = yScale();
    if (const Value right = split.accuracy()) paintNow(painter, {now, y.pixel(*right)}, dragging_);
    if (all > 0) paintNow(painter, {now, y.pixel(split.reviewed.weight / all)}, dragging_);
}

void ConfidenceChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !run_) return QWidget::mousePressEvent(event);
    dragging_ = true;
    Q_EMIT dragBegan();
    Q_EMIT chosen(xScale().value(event->position().x()));
}

void ConfidenceChart::mouseMoveEvent(QMouseEvent* event) {
    if (!dragging_) return;
    const PlotScale x = xScale();
    Q_EMIT chosen(std::clamp(x.value(event->position().x()), x.lo, x.hi));
}

void ConfidenceChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !dragging_) return;
    dragging_ = false;
    Q_EMIT dragEnded();
    update();
}

ChartTable ConfidenceChart::table() const {
    ChartTable table;
    table.head = {tr("confidence"), tr("right, of the answers that stand"), tr("sent to review")};
    for (const Step& step : steps_)
        table.rows.push_back({qt(confidenceText(*run_, step.confidence)),
                              std::isnan(step.right) ? tr("n/a") : qt(fineShareText(step.right)),
                              qt(fineShareText(step.reviewed))});
    return table;
}

void ConfidenceChart::contextMenuEvent(QContextMenuEvent* event) {
    if (!run_) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy numbers as TSV"), this, [this] { copyPlainText(table().tsv()); });
    menu->addAction(tr("Copy numbers as Markdown"), this, [this] { copyPlainText(table().markdown()); });
    menu->popup(event->globalPos());
}

}  // namespace reckoner

#include "moc_confidence_chart.cpp"
