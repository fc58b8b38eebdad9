#include "ui/charts/rate_chart.h"

#include <cmath>
#include <limits>

#include <QPainter>

#include "core/base/numbers.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/label_layout.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kLeft = 44;
constexpr qreal kRight = 12;
constexpr qreal kTop = 26;
constexpr qreal kBottom = 52;

const Tokens& tokens() {
    return Theme::instance().tokens();
}

std::vector<QRectF> placesAround(const QPointF& at, const QSizeF& size) {
    std::vector<QRectF> places;
    for (const qreal gap : {12.0, 20.0, 32.0, 48.0}) {
        places.emplace_back(QPointF(at.x() + gap, at.y() - gap - size.height() + 6), size);
        places.emplace_back(QPointF(at.x() - gap - size.width() + 4, at.y() + gap - 4), size);
        places.emplace_back(QPointF(at.x() - gap - size.width(), at.y() - gap - size.height()), size);
        places.emplace_back(QPointF(at.x() + gap, at.y() + gap), size);
    }
    return places;
}

}  // namespace

RateChart::RateChart(RatePair pair, QWidget* parent) : ChartFrame(parent), pair_(pair) {
    const bool roc = pair == RatePair::Roc;
    setAccessibleName(roc ? tr("ROC curve") : tr("Precision-recall curve"));
    setObjectName(roc ? QStringLiteral("rocChart") : QStringLiteral("prChart"));
}

RateChart::~RateChart() = default;

QRectF RateChart::plotArea() const {
    const qreal left = typePx(kLeft);
    const qreal top = typePx(kTop);
    return QRectF(left, top, std::max(10.0, width() - left - kRight),
                  std::max(10.0, height() - top - typePx(kBottom)));
}

PlotScale RateChart::xScale() const {
    const QRectF plot = plotArea();
    return {0, 1, plot.left(), plot.right()};
}

PlotScale RateChart::yScale() const {
    const QRectF plot = plotArea();
    return {0, 1, plot.bottom(), plot.top()};
}

std::optional<QPointF> RateChart::rates(const Tally& t) const {
    const double positives = t.tp.weight + t.fn.weight;
    const double negatives = t.fp.weight + t.tn.weight;
    const double flagged = t.tp.weight + t.fp.weight;
    if (positives <= 0) return std::nullopt;
    if (pair_ == RatePair::PrecisionRecall) {
        if (flagged <= 0) return std::nullopt;
        return QPointF(t.tp.weight / positives, t.tp.weight / flagged);
    }
    if (negatives <= 0) return std::nullopt;
    return QPointF(t.fp.weight / negatives, t.tp.weight / positives);
}

std::vector<QPointF> RateChart::curveOf(const RunAnalysis& run) const {
    std::vector<QPointF> points;
    for (const CurvePoint& point : run.curve)
        if (const auto rate = rates(point.tally)) points.push_back(*rate);
    return points;
}

std::vector<ChartCurve> RateChart::curves() const {
    std::vector<ChartCurve> list;
    if (pair_ == RatePair::Roc) list.push_back({{{0, 0}, {1, 1}}, {}, tokens().grid, 1, {}});
    if (facts().baseline) list.push_back({curveOf(*facts().baseline), {}, tokens().baseline, 1.5, {5, 4}});
    list.push_back({curveOf(*facts().run), {}, tokens().ink, 2.25, {}});
    return list;
}

void RateChart::paintGround(QPainter& painter) const {
    const QRectF plot = plotArea();
    const Vocabulary& words = facts().words;
    const std::vector<double> ticks = niceTicks(0, 1, 5);
    const auto text = [](double tick) { return qt(fixed(tick, 1)); };
    paintGridAndYTicks(painter, plot, yScale(), ticks, text);
    paintXTicks(painter, plot, xScale(), ticks, text, {});
    paintRule(painter, {plot.left(), plot.bottom()}, {plot.right(), plot.bottom()}, tokens().control);
    const bool roc = pair_ == RatePair::Roc;
    const QString up = qt(roc ? recallAxisTitle(words) : precisionAxisTitle(words));
    const QString across =
        roc ? tr("false alarm rate: others %1").arg(qt(words.flagged)) : qt(recallAxisTitle(words));
    const QFont font = Theme::instance().font(12);
    paintText(painter, QRectF(plot.left(), plot.top() - typePx(24), plot.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, up, font, tokens().ink3);
    paintText(painter, QRectF(plot.left(), plot.bottom() + typePx(24), plot.width(), typePx(20)),
              Qt::AlignRight | Qt::AlignVCenter, across, font, tokens().ink3);
    const Value& area = roc ? facts().run->ranking.rocAuc : facts().run->ranking.averagePrecision;
    if (!rates(facts().run->sweep->at(facts().run->sweep->lowest())))
        paintText(painter, plot, Qt::AlignCenter, qt(valueOr(area, 3)), font, tokens().ink3);
}

std::optional<QPointF> RateChart::pointAt(double threshold) const {
    const auto rate = rates(facts().run->sweep->at(threshold));
    if (!rate) return std::nullopt;
    return QPointF(xScale().pixel(rate->x()), yScale().pixel(rate->y()));
}

std::optional<QPointF> RateChart::handle() const {
    if (!facts().shown()) return std::nullopt;
    return pointAt(facts().threshold);
}

void RateChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const OperatingFacts& f = facts();
    const QRectF plot = plotArea();
    const std::optional<QPointF> now = pointAt(f.threshold);
    const std::optional<QPointF> policy =
        f.policy && *f.policy != f.threshold ? pointAt(*f.policy) : std::optional<QPointF>();
    LabelLayout layout(plot.adjusted(2, -2, -2, -2));
    const QPolygonF own = coarse(curveOf(*f.run), xScale(), yScale());
    const QPolygonF other = f.baseline ? coarse(curveOf(*f.baseline), xScale(), yScale()) : QPolygonF();
    layout.blockCurve(own);
    layout.blockCurve(other);
    if (now) {
        QPen dots(tokens().accent, 1.25, Qt::CustomDashLine, Qt::FlatCap);
        dots.setDashPattern({2 / 1.25, 3 / 1.25});
        painter.setPen(dots);
        painter.drawLine(QPointF(plot.left(), now->y()), *now);
        painter.drawLine(*now, QPointF(now->x(), plot.bottom()));
        layout.blockLine({plot.left(), now->y()}, *now);
        layout.blockLine(*now, {now->x(), plot.bottom()});
    }
    for (const auto& [point, radius] : {std::pair(now, 9.0), std::pair(policy, 5.0)})
        if (point) layout.block(QRectF(point->x() - radius, point->y() - radius, 2 * radius, 2 * radius));
    if (policy) paintPolicy(painter, *policy);
    if (now) paintNow(painter, *now, hot());

    const auto label = [&](const QString& text, QFont::Weight weight, const QColor& color,
                           const std::function<std::vector<QRectF>(const QSizeF&)>& places) {
        const QFont font = Theme::instance().font(12, weight);
        const auto rect = layout.place(places(textSize(text, font)));
        if (!rect) return;
        paintText(painter, *rect, Qt::AlignCenter, text, font, color);
        labels.push_back(*rect);
    };
    if (now)
        label(tr("Now"), QFont::DemiBold, tokens().accent,
              [&](const QSizeF& size) { return placesAround(*now, size); });
    if (policy)
        label(tr("Policy"), QFont::Normal, tokens().ink2, [&](const QSizeF& size) {
            std::vector<QRectF> places = placesAround(*policy, size);
            std::swap(places[0], places[1]);
            return places;
        });
    const auto along = [](const QPolygonF& line, std::initializer_list<qreal> shares, const QSizeF& size) {
        std::vector<QRectF> places;
        for (const qreal gap : {8.0, 14.0, 22.0})
            for (const qreal share : shares) {
                if (line.isEmpty()) continue;
                const QPointF at = line[static_cast<qsizetype>(share * static_cast<qreal>(line.size() - 1))];
                places.emplace_back(QPointF(at.x() + gap, at.y() - gap - size.height()), size);
                places.emplace_back(QPointF(at.x() - gap - size.width(), at.y() + gap), size);
            }
        return places;
    };
    label(f.runName, QFont::DemiBold, tokens().ink, [&](const QSizeF& size) {
        return along(own, {0.12, 0.2, 0.08, 0.3, 0.6, 0.8}, size);
    });
    if (f.baseline)
        label(f.baselineName, QFont::Normal, tokens().ink3, [&](const QSizeF& size) {
            return along(other, {0.36, 0.3, 0.45, 0.55, 0.2, 0.7, 0.85}, size);
        });
}

std::optional<double> RateChart::thresholdAt(const QPointF& at) const {
    const RunAnalysis& run = *facts().run;
    const PlotScale x = xScale();
    const PlotScale y = yScale();
    double best = std::numeric_limits<double>::max();
    std::optional<double> threshold;
    for (const CurvePoint& point : run.curve) {
        const auto rate = rates(point.tally);
        if (!rate) continue;
        const double dx = x.pixel(rate->x()) - at.x();
        const double dy = y.pixel(rate->y()) - at.y();
        if (dx * dx + dy * dy >= best) continue;
        best = dx * dx + dy * dy;
        threshold = point.threshold;
    }
    return threshold;
}

QString RateChart::describe() const {
    if (!facts().shown()) return {};
    const bool roc = pair_ == RatePair::Roc;
    const Value& area = roc ? facts().run->ranking.rocAuc : facts().run->ranking.averagePrecision;
    return tr("%1 %2. %3")
        .arg(roc ? tr("Area under the curve") : tr("Average precision"), qt(valueOr(area, 3)),
             qt(pointSentence(*facts().run, facts().words, facts().threshold)));
}

ChartTable RateChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    const bool roc = pair_ == RatePair::Roc;
    table.head = {tr("threshold"), roc ? tr("false positive rate") : tr("recall"),
                  roc ? tr("true positive rate") : tr("precision")};
    for (const CurvePoint& point : facts().run->curve)
        if (const auto rate = rates(point.tally))
            table.rows.push_back({qt(shortestNumber(point.threshold)), qt(shortestNumber(rate->x())),
                                  qt(shortestNumber(rate->y()))});
    return table;
}

}  // namespace reckoner

#include "moc_rate_chart.cpp"
