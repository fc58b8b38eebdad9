#include "ui/charts/cost_chart.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "core/base/numbers.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/cost_curves.h"
#include "ui/charts/label_layout.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kLeft = 64;    // class names and tick labels
constexpr qreal kRight = 16;   // half of the last tick label
constexpr qreal kTop = 26;     // the unit
constexpr qreal kBottom = 52;  // ticks and the axis title
constexpr qreal kLineTop = 14;
constexpr qreal kLineGap = 10;
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
    p.totalPlaces = placesAlong(p.curves.total, x, y, totalSize, true);
    p.baselinePlaces =
        placesAlong(p.curves.baseline, x, y, textSize(f.baselineName, Theme::instance().font(12)), false);
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
    const QString what = costs.inMoney() ? qt(costs.currency) : qt(facts().words.falseAlarmMany);
    const QString period = costs.volumePerPeriod > 0 ? qt(perPeriodText(*facts().run)) : tr(" in this run");
    paintText(painter, QRectF(plot.left(), plot.top() - typePx(24), plot.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, unit.word + what + period, Theme::instance().font(12),
              tokens().ink3);
}

namespace {

// One painting of what moves: lines and points first, then labels where there is room.
class CostOverlay {
 public:
    CostOverlay(QPainter& painter, const OperatingFacts& facts, const QRectF& plot, PlotScale x, PlotScale y,
                qreal bottom, bool hot, const std::vector<Interval>& nearBest)
        : painter_(painter),
          facts_(facts),
          run_(*facts.run),
          plot_(plot),
          x_(x),
          y_(y),
          bottom_(bottom),
          hot_(hot),
          nearBest_(nearBest),
          layout_(QRectF(plot.left() + 2, plot.top() - 2, plot.width() - 4, plot.height())) {
        now_ = at(facts.threshold);
        if (facts.policy) policy_ = at(*facts.policy);
        if (run_.best) best_ = at(run_.best->threshold);
    }

    LabelLayout& layout() { return layout_; }

    void lines() {
        const Tokens& t = tokens();
        plateau();
        if (policy_) {
            painter_.setPen(QPen(t.ink, 1));
            const qreal x = std::floor(policy_->x()) + 0.5;
            painter_.drawLine(QPointF(x, plot_.top() + kLineTop), QPointF(x, plot_.bottom()));
            layout_.block(QRectF(x - 6, plot_.top(), 12, plot_.height()));
        }
        QPen dashed(t.accent, hot_ ? 3 : 2, Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({6 / dashed.widthF(), 4 / dashed.widthF()});
        painter_.setPen(dashed);
        painter_.drawLine(QPointF(now_.x(), plot_.top() + kLineTop), QPointF(now_.x(), bottom_));
        layout_.block(QRectF(now_.x() - 6, plot_.top(), 12, plot_.height()));
        if (policy_) difference();
        points();
    }

    void points() {
        if (best_) paintLowest(painter_, *best_);
        if (policy_) paintPolicy(painter_, *policy_);
        paintNow(painter_, now_, hot_);
        for (const auto& [point, radius] :
             {std::pair(std::optional(now_), 10.0), std::pair(policy_, 6.0), std::pair(best_, 8.0)})
            if (point)
                layout_.block(QRectF(point->x() - radius, point->y() - radius, 2 * radius, 2 * radius));
    }

    // A small word over a figure, beside a line.
    void lineLabel(const QPointF& point, const QString& word, const QString& figure, const QColor& wordColor,
                   const QColor& figureColor, QFont::Weight wordWeight, bool leftFirst,
                   std::vector<QRectF>& out) {
        const QFont small = Theme::instance().font(12, wordWeight);
        const QFont large = Theme::instance().font(14, QFont::DemiBold);
        const QSizeF top = textSize(word, small);
        const QSizeF low = textSize(figure, large);
        const QSizeF size(std::max(top.width(), low.width()), top.height() + low.height());
        std::vector<QRectF> places;
        for (qreal y = plot_.top() + kLineTop - 2; y + size.height() < plot_.bottom(); y += 8)
            for (const bool left : {leftFirst, !leftFirst})
                places.emplace_back(
                    QPointF(left ? point.x() - kLineGap - size.width() : point.x() + kLineGap - 1, y), size);
        const auto rect = layout_.place(places);
        if (!rect) return;
        const int side = rect->left() < point.x() ? Qt::AlignRight : Qt::AlignLeft;
        paintText(painter_, QRectF(rect->topLeft(), QSizeF(rect->width(), top.height())), side | Qt::AlignTop,
                  word, small, wordColor);
        paintText(painter_, rect->adjusted(0, top.height() + 1, 0, 1), side | Qt::AlignTop, figure, large,
                  figureColor);
        out.push_back(*rect);
    }

    void nowLabel(std::vector<QRectF>& out) {
        const bool left = !policy_ || now_.x() <= policy_->x();
        lineLabel(now_, QObject::tr("Now"), qt(amountText(total(facts_.threshold))), tokens().accent,
                  tokens().accent, QFont::DemiBold, left, out);
    }

    void policyLabel(std::vector<QRectF>& out) {
        if (!policy_ || std::fabs(policy_->x() - now_.x()) < 1) return;
        const QString word = QObject::tr("Policy in force %1").arg(qt(shortThreshold(run_, *facts_.policy)));
        lineLabel(*policy_, word, qt(amountText(total(*facts_.policy))), tokens().ink2, tokens().ink,
                  QFont::Normal, policy_->x() < now_.x(), out);
    }

    void lowestLabel(std::vector<QRectF>& out) {
        if (!best_ || (std::fabs(best_->x() - now_.x()) < 8 && std::fabs(best_->y() - now_.y()) < 8)) return;
        const QFont font = Theme::instance().font(12);
        const QString text = QObject::tr("Lowest %1").arg(qt(amountText(run_.perPeriod(run_.best->total))));
        const QSizeF size = textSize(text, font);
        std::vector<QRectF> places;
        for (const qreal above : {104.0, 88.0, 72.0, 56.0, 120.0, 40.0, 28.0})
            for (const bool left : {true, false})
                places.emplace_back(QPointF(left ? best_->x() + 4 - size.width() : best_->x() - 4,
                                            best_->y() - above - size.height() / 2),
                                    size);
        for (const qreal below : {20.0, 36.0})
            places.emplace_back(
                QPointF(best_->x() - size.width() / 2, best_->y() + below - size.height() / 2), size);
        const auto rect = layout_.place(places);
        if (!rect) return;
        const qreal x = std::floor(best_->x()) + 0.5;
        painter_.setPen(QPen(tokens().ink3, 1));
        if (rect->bottom() < best_->y())
            painter_.drawLine(QPointF(x, rect->bottom() + 4), QPointF(x, best_->y() - 7));
        paintText(painter_, *rect, Qt::AlignCenter, text, font, tokens().ink2);
        out.push_back(*rect);
    }

    void areaLabel(const QString& text, const QFont& font, const QColor& color,
                   const std::vector<QRectF>& places, std::vector<QRectF>& out) {
        const auto rect = layout_.place(places);
        if (!rect) return;
        paintText(painter_, *rect, Qt::AlignCenter, text, font, color);
        out.push_back(*rect);
    }

    void differenceLabel(std::vector<QRectF>& out) {
        if (!arrow_) return;
        const QFont font = Theme::instance().font(14, QFont::DemiBold);
        const QString text =
            qt(differenceText(total(facts_.threshold) - total(*facts_.policy), total(facts_.threshold)));
        const QSizeF size = textSize(text, font) + QSizeF(12, 4);
        std::vector<QRectF> places;
        const qreal middle = (arrow_->p1().y() + arrow_->p2().y()) / 2;
        for (const qreal shift : {0.0, 12.0, -12.0, 24.0, -24.0, 40.0, -40.0, 56.0})
            for (const bool right : {true, false})
                places.emplace_back(QPointF(right ? arrow_->x1() + 10 : arrow_->x1() - 10 - size.width(),
                                            middle + shift - size.height() / 2),
                                    size);
        // The pill has a ground of its own: it may lie on curves, not on points, lines or other labels.
        LabelLayout onCurves(plot_);
        for (const QRectF& label : out)
            onCurves.block(label);
        for (const auto& point : {std::optional(now_), policy_, best_})
            if (point) onCurves.block(QRectF(point->x() - 9, point->y() - 9, 18, 18));
        for (const qreal x : {now_.x(), policy_->x()})
            onCurves.blockLine({x, plot_.top()}, {x, plot_.bottom()});
        const auto rect = onCurves.place(places);
        if (!rect) return;
        QColor ground = tokens().page;
        ground.setAlphaF(0.86F);
        paintPill(painter_, *rect, text, font, ground, tokens().accent);
        layout_.block(*rect);
        out.push_back(*rect);
    }

    QRectF pill() const {
        const QFont font = Theme::instance().font(12, QFont::DemiBold);
        const qreal width =
            std::max(44.0, textSize(qt(fullThreshold(run_, facts_.threshold)), font).width() + 10);
        const qreal height = typePx(20);
        return QRectF(std::round(now_.x() - width / 2), plot_.bottom() + 4, width, height);
    }

    void paintThePill() {
        paintPill(painter_, pill(), qt(fullThreshold(run_, facts_.threshold)),
                  Theme::instance().font(12, QFont::DemiBold), tokens().accent, tokens().onAccent);
    }

    // At the right end; at the left while the line runs through there.
    void axisTitle() {
        const QFont font = Theme::instance().font(12);
        const QString text = qt(thresholdAxisTitle(facts_.words));
        const bool right = now_.x() + 8 < plot_.right() - textSize(text, font).width();
        paintText(painter_, QRectF(plot_.left(), plot_.bottom() + typePx(24), plot_.width(), typePx(20)),
                  (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text, font, tokens().ink3);
    }

    double total(double threshold) const {
        return run_.perPeriod(run_.cost.total(run_.sweep->at(threshold)));
    }

 private:
    qreal xOf(double threshold) const {
        return x_.pixel(std::min(std::max(threshold, run_.axisLo), run_.axisHi));
    }
    QPointF at(double threshold) const { return {xOf(threshold), y_.pixel(total(threshold))}; }

    void plateau() {
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(tokens().accent);
        for (const Interval& stretch : nearBest_) {
            const qreal middle = (xOf(stretch.lo) + xOf(stretch.hi)) / 2;
            const qreal half = std::max(3.0, (xOf(stretch.hi) - xOf(stretch.lo)) / 2);
            painter_.drawRoundedRect(QRectF(middle - half, std::round(y_.pixel(0)) - 2.5, 2 * half, 6), 2, 2);
        }
    }

    // From the policy's height to today's, beside the further of the two lines.
    void difference() {
        if (std::fabs(policy_->y() - now_.y()) < 12) return;
        const bool room = std::max(policy_->x(), now_.x()) + 130 < plot_.right();
        const qreal x = room ? std::max(policy_->x(), now_.x()) + 22 : std::min(policy_->x(), now_.x()) - 22;
        if (x < plot_.left() + 8) return;
        const Tokens& t = tokens();
        QPen dots(t.accent, 1.25, Qt::CustomDashLine, Qt::FlatCap);
        dots.setDashPattern({2 / 1.25, 3 / 1.25});
        painter_.setPen(dots);
        painter_.drawLine(now_, QPointF(x + 5, now_.y()));
        dots.setColor(t.ink);
        dots.setDashPattern({3 / 1.25, 2 / 1.25});
        painter_.setPen(dots);
        painter_.drawLine(*policy_, QPointF(x + 5, policy_->y()));
        painter_.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        const qreal tip = now_.y() > policy_->y() ? -1 : 1;
        painter_.drawLine(QPointF(x, policy_->y() - tip), QPointF(x, now_.y()));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawPolyline(
            QPolygonF({{x - 4, now_.y() + tip * 5}, {x, now_.y() + tip * 0.8}, {x + 4, now_.y() + tip * 5}}));
        arrow_ = QLineF(x, policy_->y(), x, now_.y());
        layout_.blockLine(arrow_->p1(), arrow_->p2());
        layout_.blockLine(now_, arrow_->p2());
    }

    QPainter& painter_;
    const OperatingFacts& facts_;
    const RunAnalysis& run_;
    QRectF plot_;
    PlotScale x_, y_;
    qreal bottom_;
    bool hot_;
    const std::vector<Interval>& nearBest_;
    LabelLayout layout_;
    QPointF now_;
    std::optional<QPointF> policy_, best_;
    std::optional<QLineF> arrow_;
};

}  // namespace

void CostChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const Prepared& p = prepared();
    const OperatingFacts& f = facts();
    CostOverlay overlay(painter, f, plotArea(), xScale(), yScale(), height(), hot(), p.curves.nearBest);
    overlay.lines();
    overlay.layout().blockCurve(p.totalLine);
    overlay.layout().blockCurve(p.baselineLine);
    overlay.nowLabel(labels);
    overlay.policyLabel(labels);
    overlay.differenceLabel(labels);
    overlay.lowestLabel(labels);
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

std::optional<QPointF> CostChart::handle() const {
    if (!facts().shown()) return std::nullopt;
    prepared();
    const RunAnalysis& run = *facts().run;
    const double t = std::min(std::max(facts().threshold, run.axisLo), run.axisHi);
    return QPointF(xScale().pixel(t),
                   yScale().pixel(run.perPeriod(run.cost.total(run.sweep->at(facts().threshold)))));
}

bool CostChart::grabs(const QPointF& at) const {
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
