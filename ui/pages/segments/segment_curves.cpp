#include "ui/pages/segments/segment_curves.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/metrics/metric_list.h"
#include "core/wording/number_format.h"
#include "core/wording/segment_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/shell/scaled.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kLeft = 48;
constexpr int kFoot = 28;
constexpr int kTop = 8;

double costEach(const RunAnalysis& run, const Tally& tally) {
    const double weight = run.weight();
    return weight > 0 ? run.cost.total(tally) / weight : 0;
}

}  // namespace

SegmentCurves::SegmentCurves(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("segmentCurves"));
    setAccessibleName(tr("Curves of both segments"));
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void SegmentCurves::setSides(const std::array<RunAnalysisPtr, 2>& sides, const OperatingPoint& point) {
    const bool same = sides == sides_;
    sides_ = sides;
    point_ = point;
    threshold_ = countedFrom(point);
    if (!same) measure();
    update();
}

void SegmentCurves::setKind(Kind kind) {
    kind_ = kind;
    measure();
    update();
}

std::optional<QPointF> SegmentCurves::pointOf(const RunAnalysis& run, double threshold,
                                              const Tally& tally) const {
    const auto share = [&](const char* id) { return findMetric(id)->value(tally); };
    if (kind_ == Kind::Roc) {
        const Value x = share("fpr");
        const Value y = share("recall");
        return x && y ? std::optional(QPointF(*x, *y)) : std::nullopt;
    }
    if (!std::isfinite(threshold)) return std::nullopt;
    if (kind_ == Kind::CostEach) return QPointF(threshold, costEach(run, tally));
    const Value y = share(kind_ == Kind::Recall ? "recall" : "precision");
    return y ? std::optional(QPointF(threshold, *y)) : std::nullopt;
}

void SegmentCurves::measure() {
    low_ = 0;
    top_ = kind_ == Kind::CostEach ? 0 : 1;
    for (std::size_t side = 0; side < 2; ++side) {
        points_[side].clear();
        if (!sides_[side]) continue;
        for (const CurvePoint& point : sides_[side]->curve)
            if (const auto at = pointOf(*sides_[side], point.threshold, point.tally))
                points_[side].push_back(*at);
        if (kind_ != Kind::CostEach) continue;
        for (const QPointF& point : points_[side]) {
            low_ = std::min(low_, point.y());
            top_ = std::max(top_, point.y());
        }
    }
    if (!(top_ > low_)) top_ = low_ + 1;
}

void SegmentCurves::paintEvent(QPaintEvent*) {
    const Tokens& t = Theme::instance().tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    const RunAnalysis* any = sides_[0] ? sides_[0].get() : sides_[1].get();
    if (!any) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot(scaled(kLeft), scaled(kTop), width() - scaled(kLeft) - scaled(16),
                      height() - scaled(kTop) - scaled(kFoot));
    const bool roc = kind_ == Kind::Roc;
    const PlotScale x{roc ? 0 : any->axisLo, roc ? 1 : any->axisHi, plot.left(), plot.right()};
    const PlotScale y{low_, top_, plot.bottom(), plot.top()};
    const std::vector<double> rows = niceTicks(low_, top_, 4);
    const int decimals = tickDecimals(rows);
    const bool share = kind_ != Kind::CostEach;
    paintGridAndYTicks(painter, plot, y, rows, [&](double tick) {
        return share ? qt(percentText(tick)) : qt(fixed(tick, decimals));
    });
    const std::vector<double> columns = niceTicks(x.lo, x.hi, 5);
    const int places = tickDecimals(columns);
    paintXTicks(painter, plot, x, columns,
                [&](double tick) { return roc ? qt(percentText(tick)) : qt(fixed(tick, places)); }, {});
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), t.control);
    painter.save();
    painter.setClipRect(plot.adjusted(-2, -2, 2, 2));
    for (const std::size_t side : {std::size_t{1}, std::size_t{0}}) {
        QPolygonF line;
        for (const QPointF& point : points_[side])
            line << QPointF(x.pixel(point.x()), y.pixel(point.y()));
        QPen pen(side == 0 ? t.ink : t.baseline, side == 0 ? 2.25 : 1.5);
        if (side == 1) pen.setDashPattern({5 / 1.5, 4 / 1.5});
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    }
    painter.restore();
    if (!roc && std::isfinite(threshold_) && threshold_ >= x.lo && threshold_ <= x.hi) {
        painter.setPen(QPen(t.accent, 2, Qt::CustomDashLine));
        QPen pen(t.accent, 2);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        const double at = x.pixel(threshold_);
        painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom()));
    }
    for (std::size_t side = 0; side < 2; ++side) {
        if (!sides_[side]) continue;
        const RunAnalysis& run = *sides_[side];
        auto now = pointOf(run, threshold_, run.sweep->at(threshold_));
        // Tiers cost another sum than the curve's one threshold does there.
        if (now && !share && point_.tiers && run.weight() > 0)
            now->setY(pointTotal(run, point_) / run.weight());
        if (now) paintNow(painter, QPointF(x.pixel(now->x()), y.pixel(now->y())), false);
    }
}

}  // namespace reckoner

#include "moc_segment_curves.cpp"
