#include "ui/import/cost_preview.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/cost/optimum.h"
#include "core/wording/first_run.h"
#include "core/wording/number_format.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kTop = 28;
constexpr int kLeast = 48;
constexpr int kRight = 14;
constexpr int kBottom = 40;
constexpr int kColumns = 5;

// A round step that needs at most five grid lines: 1, 2 or 5 times a power of ten.
double roundStep(double most) {
    const double rough = std::max(most, 1e-9) / 4;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough) return factor * power;
    return 10 * power;
}

QString axisText(double step, int i) {
    return qt(step >= 1 ? fixed(step * i, 0) : money(step * i));
}

// Room for the widest figure of the cost axis.
double leftOf(double top, double step) {
    const QFontMetricsF metrics(Theme::instance().font(12));
    return std::max<double>(kLeast, metrics.horizontalAdvance(axisText(step, qRound(top / step))) + 14);
}

struct Scale {
    QRectF plot;
    double lo, hi, top;
    double x(double threshold) const {
        const double share = hi > lo ? (std::clamp(threshold, lo, hi) - lo) / (hi - lo) : 0;
        return plot.left() + share * plot.width();
    }
    double y(double cost) const { return plot.bottom() - cost / top * plot.height(); }
};

void paintAxes(QPainter& painter, const Scale& scale, double step, const QString& unit) {
    const Tokens& t = Theme::instance().tokens();
    painter.setFont(Theme::instance().font(12));
    const qreal half = painter.fontMetrics().height() / 2.0;
    for (int i = 0; step * i <= scale.top * 1.0001; ++i) {
        const double y = std::round(scale.y(step * i)) + 0.5;
        painter.setPen(QPen(i == 0 ? t.control : t.grid, 1));
        painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
        painter.setPen(t.ink3);
        painter.drawText(QRectF(0, y - half, scale.plot.left() - 10, 2 * half),
                         Qt::AlignRight | Qt::AlignVCenter, axisText(step, i));
    }
    for (int i = 0; i <= kColumns; ++i) {
        const double threshold = scale.lo + (scale.hi - scale.lo) * i / kColumns;
        const double x = scale.x(threshold);
        painter.drawText(QRectF(x - 40, scale.plot.bottom() + 6, 80, 2 * half), Qt::AlignCenter,
                         qt(fixed(threshold, scale.hi - scale.lo > 20 ? 0 : 1)));
    }
    painter.drawText(QRectF(scale.plot.right() - 200, scale.plot.bottom() + 8 + 2 * half, 200, 2 * half),
                     Qt::AlignRight | Qt::AlignVCenter, CostPreview::tr("threshold"));
    painter.drawText(QRectF(0, 0, scale.plot.right(), 2 * half), Qt::AlignLeft | Qt::AlignVCenter, unit);
}

}  // namespace

std::optional<CostPreviewCurve> costPreviewOf(const RunAnalysis& run, const CostModel& costs,
                                              const TaskContext& context) {
    if (!run.sweep || run.sweep->samples() == 0) return std::nullopt;
    const BoundCost bound(costs, run.request.costs.measures());
    const Optimum best = optimum(*run.sweep, bound, context);
    CostPreviewCurve curve{costs, {}, run.axisLo, run.axisHi, best.threshold, 0};
    curve.bestShown = costShown(costs, best.total, best.tally.weight());
    for (const CurvePoint& point : run.curve)
        curve.points.emplace_back(point.threshold,
                                  costShown(costs, bound.total(point.tally), point.tally.weight()));
    curve.points.emplace_back(best.threshold, curve.bestShown);
    std::sort(curve.points.begin(), curve.points.end());
    return curve;
}

CostPreview::CostPreview(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("costPreview"));
    setAccessibleName(tr("What each threshold costs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CostPreview::setCurve(std::optional<CostPreviewCurve> curve) {
    curve_ = std::move(curve);
    if (curve_)
        setAccessibleDescription(qt(lowestLabel(curve_->costs, curve_->bestThreshold, curve_->bestShown)));
    update();
}

QSize CostPreview::sizeHint() const {
    return {620, 232};
}

void CostPreview::paintEvent(QPaintEvent*) {
    if (!curve_ || curve_->points.empty()) return;
    const Tokens& t = Theme::instance().tokens();
    double most = 0;
    for (const auto& [threshold, cost] : curve_->points)
        most = std::max(most, cost);
    const double step = roundStep(most);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double top = std::max(step * std::ceil(most / step), step);
    const double left = leftOf(top, step);
    const Scale scale{QRectF(left, kTop, width() - left - kRight, height() - kTop - kBottom), curve_->lo,
                      curve_->hi, top};
    paintAxes(painter, scale, step, qt(costUnit(curve_->costs)));

    // Beyond the outermost scores nothing changes any more.
    QPolygonF line{QPointF(scale.x(scale.lo), scale.y(curve_->points.front().second))};
    for (const auto& [threshold, cost] : curve_->points)
        line << QPointF(scale.x(threshold), scale.y(cost));
    painter.setPen(QPen(t.ink, 2.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);

    const QPointF best(scale.x(curve_->bestThreshold), scale.y(curve_->bestShown));
    QPen dash(t.accent, 2);
    dash.setDashPattern({3, 2});
    painter.setPen(dash);
    painter.drawLine(QPointF(best.x(), scale.plot.top()), QPointF(best.x(), scale.plot.bottom()));
    painter.setPen(QPen(t.page, 2));
    painter.setBrush(t.accent);
    painter.drawEllipse(best, 6.5, 6.5);

    const QString label = qt(lowestLabel(curve_->costs, curve_->bestThreshold, curve_->bestShown));
    painter.setFont(Theme::instance().font(12, QFont::DemiBold));
    const qreal wide = painter.fontMetrics().horizontalAdvance(label) + 2;
    const bool right = best.x() + 12 + wide < width();
    const QRectF place(right ? best.x() + 12 : best.x() - 12 - wide, scale.plot.top(), wide, 18);
    painter.fillRect(place.adjusted(-3, -1, 3, 1), t.page);
    painter.setPen(t.accent);
    painter.drawText(place, Qt::AlignVCenter, label);
}

}  // namespace reckoner
