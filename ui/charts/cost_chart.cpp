#include "ui/charts/cost_chart.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/base/numbers.h"
#include "core/wording/cost_unit.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/cost_curves.h"
#include "ui/charts/cost_overlay.h"
#include "ui/charts/label_layout.h"
#include "ui/charts/tier_overlay.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kLeft = 64;    // class names and tick labels
constexpr qreal kRight = 16;   // half of the last tick label
constexpr qreal kTop = 26;     // the unit
constexpr qreal kBottom = 52;  // ticks and the axis title
constexpr qreal kGrab = 8;

const Tokens& tokens() {
    return Theme::instance().tokens();
}

}  // namespace

struct CostChart::Prepared {
    CostCurves curves;
    QSize size;
    QPolygonF totalLine;
    QPolygonF baselineLine;
    std::vector<QRectF> alarmPlaces, missedPlaces, totalPlaces, baselinePlaces;
    RunAnalysisPtr run, baseline;
    qreal scale = 0;
};

CostChart::CostChart(QWidget* parent) : ChartFrame(parent) {
    setAccessibleName(tr("Cost at every threshold"));
    setObjectName(QStringLiteral("costChart"));
}

CostChart::~CostChart() = default;

QRectF CostChart::plotArea() const {
    const qreal left = typePx(kLeft);
    const qreal top = typePx(kTop);
    return QRectF(left, top, std::max(10.0, width() - left - kRight),
                  std::max(10.0, height() - top - typePx(kBottom)));
}

PlotScale CostChart::xScale() const {
    const QRectF plot = plotArea();
    if (!facts().shown()) return {0, 1, plot.left(), plot.right()};
    return {facts().run->axisLo, facts().run->axisHi, plot.left(), plot.right()};
}

PlotScale CostChart::yScale() const {
    const QRectF plot = plotArea();
    const CostCurves& c = prepared().curves;
    return {c.lowest, c.highest, plot.bottom(), plot.top()};
}

const CostChart::Prepared& CostChart::prepared() const {
    const OperatingFacts& f = facts();
    const qreal scale = Theme::instance().typeScale();
    if (prepared_ && prepared_->run == f.run && prepared_->baseline == f.baseline &&
        prepared_->size == size() && prepared_->scale == scale)
        return *prepared_;
    prepared_ = std::make_unique<Prepared>();
    Prepared& p = *prepared_;
    p.run = f.run;
    p.baseline = f.baseline;
    p.size = size();
    p.scale = scale;
    p.curves = costCurves(*f.run, f.baseline.get());
    const PlotScale x = xScale();
    const PlotScale y{p.curves.lowest, p.curves.highest, plotArea().bottom(), plotArea().top()};
    p.totalLine = coarse(p.curves.total, x, y);
    p.baselineLine = coarse(p.curves.baseline, x, y);
    const QFont bold = Theme::instance().font(12, QFont::DemiBold);
    if (!p.curves.alarms.empty()) {
        p.alarmPlaces = placesBetween(p.curves.alarms, p.curves.zero, x, y,
                                      textSize(qt(capitalised(f.words.falseAlarmMany)), bold));
        p.missedPlaces = placesBetween(p.curves.total, p.curves.alarms, x, y,
                                       textSize(qt(capitalised(f.words.missedMany)), bold));
        // The missed lie to the right: there their name has most room in most runs.
        std::stable_sort(p.missedPlaces.begin(), p.missedPlaces.end(), [&](const QRectF& a, const QRectF& b) {
            const qreal wanted = x.from + (x.to - x.from) * 0.7;
            return std::fabs(a.left() - wanted) < std::fabs(b.left() - wanted);
        });
    }
    const QSizeF totalSize = textSize(tr("%1, total").arg(f.runName), bold);
    // Each name on its curve's outer side.
    const bool above = mostlyBelow(p.curves.total, p.curves.baseline);
    p.totalPlaces =
        placesOf(p.totalLine, {p.baselineLine}, placesAlong(p.curves.total, x, y, totalSize, !above));
    const QSizeF otherSize = textSize(f.baselineName, Theme::instance().font(12));
    p.baselinePlaces =
        placesOf(p.baselineLine, {p.totalLine}, placesAlong(p.curves.baseline, x, y, otherSize, above));
    return p;
}

std::vector<ChartCurve> CostChart::curves() const {
    const CostCurves& c = prepared().curves;
    const Tokens& t = tokens();
    std::vector<ChartCurve> list;
    if (!c.alarms.empty()) {
        QColor alarm = t.fpMark;
        alarm.setAlphaF(static_cast<float>(t.fpArea));
        QColor missed = t.fnMark;
        missed.setAlphaF(static_cast<float>(t.fnArea));
        list.push_back({c.total, c.alarms, missed, 0, {}});
        list.push_back({c.alarms, c.zero, alarm, 0, {}});
        list.push_back({c.alarms, {}, t.fpMark, 1.2, {}});
    }
    if (!c.baseline.empty()) list.push_back({c.baseline, {}, t.baseline, 1.5, {5, 4}});
    list.push_back({c.total, {}, t.ink, 2.25, {}});
    return list;
}

void CostChart::paintGround(QPainter& painter) const {
    const Prepared& p = prepared();
    const QRectF plot = plotArea();
    const PlotScale y = yScale();
    const AxisUnit unit = axisUnit(std::max(std::fabs(p.curves.highest), std::fabs(p.curves.lowest)));
    std::vector<double> ticks =
        niceTicks(y.lo / unit.size, y.hi / unit.size, std::max(2, int(plot.height() / 55)));
    const int decimals = tickDecimals(ticks);
    PlotScale scaled = y;
    scaled.lo /= unit.size;
    scaled.hi /= unit.size;
    paintGridAndYTicks(painter, plot, scaled, ticks, [&](double tick) { return qt(fixed(tick, decimals)); });
    const qreal zero = std::round(y.pixel(0));
    paintRule(painter, {plot.left(), zero}, {plot.right(), zero}, tokens().control);

    const CostModel& costs = facts().run->cost.model();
    const QString what = qt(unitOfCosts(costs));
    const QString period = costs.volumePerPeriod > 0 ? qt(perPeriodText(*facts().run)) : tr(" in this run");
    paintText(painter, QRectF(plot.left(), plot.top() - typePx(24), plot.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, unit.word + what + period, Theme::instance().font(12),
              tokens().ink3);
}

void CostChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    if (facts().tiers) {
        paintTiers(painter, labels);
        return;
    }
    const Prepared& p = prepared();
    const OperatingFacts& f = facts();
    CostOverlay overlay(painter, f, plotArea(), xScale(), yScale(), height(), hot());
    overlay.lines();
    overlay.layout().blockCurve(p.totalLine);
    overlay.layout().blockCurve(p.baselineLine);
    overlay.nowLabel(labels);
    overlay.policyLabel(labels);
    overlay.differenceLabel(labels);
    overlay.lowestLabel(labels);
    overlay.limitedLabel(labels);
    const QFont bold = Theme::instance().font(12, QFont::DemiBold);
    overlay.areaLabel(tr("%1, total").arg(f.runName), bold, tokens().ink, p.totalPlaces, labels);
    overlay.areaLabel(qt(capitalised(f.words.missedMany)), bold, tokens().fnText, p.missedPlaces, labels);
    overlay.areaLabel(qt(capitalised(f.words.falseAlarmMany)), bold, tokens().fpText, p.alarmPlaces, labels);
    if (f.baseline)
        overlay.areaLabel(f.baselineName, Theme::instance().font(12), tokens().ink3, p.baselinePlaces,
                          labels);

    const PlotScale x = xScale();
    const std::vector<double> ticks = niceTicks(x.lo, x.hi, 10);
    const int decimals = tickDecimals(ticks);
    paintXTicks(
        painter, plotArea(), x, ticks, [&](double tick) { return qt(fixed(tick, decimals)); },
        overlay.pill());
    overlay.paintThePill();
    overlay.axisTitle();
}

// The curve is of one threshold: tiers are lines over it, and a level of what they cost together.
void CostChart::paintTiers(QPainter& painter, std::vector<QRectF>& labels) const {
    const Prepared& p = prepared();
    const OperatingFacts& f = facts();
    const QRectF plot = plotArea();
    const PlotScale x = xScale();
    LabelLayout layout(QRectF(plot.left() + 2, plot.top() - 2, plot.width() - 4, plot.height()));
    paintTierLines(painter, f, plot, x, yScale(), height(), hot(), layout, labels);
    layout.blockCurve(p.totalLine);
    layout.blockCurve(p.baselineLine);
    const QFont bold = Theme::instance().font(12, QFont::DemiBold);
    const auto name = [&](const QString& text, const QFont& font, const QColor& color,
                          const std::vector<QRectF>& places) {
        const auto rect = layout.place(places);
        if (!rect) return;
        paintText(painter, *rect, Qt::AlignCenter, text, font, color);
        labels.push_back(*rect);
    };
    name(tr("%1, total").arg(f.runName), bold, tokens().ink, p.totalPlaces);
    name(qt(capitalised(f.words.missedMany)), bold, tokens().fnText, p.missedPlaces);
    name(qt(capitalised(f.words.falseAlarmMany)), bold, tokens().fpText, p.alarmPlaces);
    if (f.baseline) name(f.baselineName, Theme::instance().font(12), tokens().ink3, p.baselinePlaces);
    const std::vector<double> ticks = niceTicks(x.lo, x.hi, 10);
    const int decimals = tickDecimals(ticks);
    QRectF covered;
    for (const QRectF& pill : tierPills(f, plot, x))
        covered = covered.united(pill);
    const auto tick = [&](double at) { return qt(fixed(at, decimals)); };
    paintXTicks(painter, plot, x, ticks, tick, covered);
    paintTierPills(painter, f, plot, x);
    paintTierAxisTitle(painter, f, plot, x);
}

std::optional<std::size_t> CostChart::cutoffAt(const QPointF& at) const {
    return facts().tiers ? cutoffNear(facts(), xScale(), at.x(), kGrab) : std::nullopt;
}

std::optional<QPointF> CostChart::handle() const {
    if (!facts().shown()) return std::nullopt;
    prepared();
    const RunAnalysis& run = *facts().run;
    const double t = std::min(std::max(facts().threshold, run.axisLo), run.axisHi);
    return QPointF(xScale().pixel(t),
                   yScale().pixel(run.perPeriod(run.cost.total(run.sweep->at(facts().threshold)))));
}

bool CostChart::grabs(const QPointF& at) const {
    if (facts().shown() && facts().tiers) return cutoffAt(at) && at.y() >= plotArea().top();
    const std::optional<QPointF> point = handle();
    return point && std::fabs(point->x() - at.x()) <= kGrab && at.y() >= plotArea().top();
}

std::optional<double> CostChart::thresholdAt(const QPointF& at) const {
    return roundedThreshold(*facts().run, xScale().value(at.x()));
}

QString CostChart::describe() const {
    if (!facts().shown()) return {};
    return qt(pointSentence(*facts().run, facts().words, facts().threshold));
}

void CostChart::resizeEvent(QResizeEvent* event) {
    ChartFrame::resizeEvent(event);
    redrawCurves();
}

ChartTable CostChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    const RunAnalysis& run = *facts().run;
    table.head = {tr("threshold"),      tr("caught"),      tr("false alarms"),
                  tr("missed"),         tr("let through"), tr("cost of false alarms"),
                  tr("cost of missed"), tr("total cost")};
    for (const CurvePoint& point : run.curve) {
        const Tally& t = point.tally;
        const CostParts parts = run.cost.of(t);
        table.rows.push_back(
            {qt(shortestNumber(point.threshold)), QString::number(t.tp.n), QString::number(t.fp.n),
             QString::number(t.fn.n), QString::number(t.tn.n), qt(shortestNumber(run.perPeriod(parts.fp))),
             qt(shortestNumber(run.perPeriod(parts.fn))), qt(shortestNumber(run.perPeriod(parts.total())))});
    }
    return table;
}

}  // namespace reckoner

#include "moc_cost_chart.cpp"
