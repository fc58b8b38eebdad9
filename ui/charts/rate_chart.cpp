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
    for (const qreal gap : {12.0, 20.0, 32.0, 48.0, 72.0, 104.0}) {
        places.emplace_back(QPointF(at.x() + gap, at.y() - gap - size.height() + 6), size);
        places.emplace_back(QPointF(at.x() - gap - size.width() + 4, at.y() + gap - 4), size);
        places.emplace_back(QPointF(at.x() - gap - size.width(), at.y() - gap - size.height()), size);
        places.emplace_back(QPointF(at.x() + gap, at.y() + gap), size);
    }
    return places;
}

// Beside the first stretch of a rising line: below its right side or above its left.
std::vector<QRectF> besideRise(const QPolygonF& line, const QSizeF& size) {
    std::vector<QRectF> places;
    if (line.size() < 2) return places;
    for (const qreal gap : {4.0, 12.0})
        for (const qreal share : {0.8, 0.7, 0.6, 0.5, 0.9, 0.4, 0.3}) {
            const QPointF at = line[0] + (line[1] - line[0]) * share;
            places.emplace_back(QPointF(at.x() + gap + 2, at.y() + gap), size);
            places.emplace_back(QPointF(at.x() - gap - 2 - size.width(), at.y() - gap - size.height()), size);
        }
    return places;
}

std::vector<QRectF> placesAlong(const QPolygonF& line, std::initializer_list<qreal> shares,
                                const QSizeF& size) {
    std::vector<QRectF> places;
    if (line.isEmpty()) return places;
    for (const qreal gap : {8.0, 14.0, 22.0})
        for (const qreal share : shares) {
            const QPointF at = line[static_cast<qsizetype>(share * static_cast<qreal>(line.size() - 1))];
            const qreal above = at.y() - gap - size.height();
            const qreal below = at.y() + gap;
            for (const QPointF& corner :
                 {QPointF(at.x() + gap, above), QPointF(at.x() - gap - size.width(), below),
                  QPointF(at.x() - gap - size.width(), above), QPointF(at.x() + gap, below)})
                places.emplace_back(corner, size);
        }
    return places;
}

}  // namespace

struct RateChart::Lines {
    RunAnalysisPtr run, baseline;
    QSize size;
    qreal scale = 0;
    double highest = 0;
    QPolygonF own, other;
    QString ownName, otherName;
    std::vector<QRectF> ownPlaces, otherPlaces;
    std::vector<std::pair<QPolygonF, QString>> references;
};

RateChart::RateChart(QWidget* parent) : ChartFrame(parent) {}

RateChart::~RateChart() = default;

QRectF RateChart::plotArea() const {
    const qreal left = typePx(kLeft);
    const qreal top = typePx(kTop);
    return QRectF(left, top, std::max(10.0, width() - left - typePx(kRight)),
                  std::max(10.0, height() - top - typePx(kBottom)));
}

PlotScale RateChart::xScale() const {
    const QRectF plot = plotArea();
    return {0, 1, plot.left(), plot.right()};
}

PlotScale RateChart::yScale() const {
    const QRectF plot = plotArea();
    return {0, highest(), plot.bottom(), plot.top()};
}

std::vector<QPointF> RateChart::curveOf(const RunAnalysis& run) const {
    std::vector<QPointF> points;
    for (const CurvePoint& point : run.curve)
        if (const auto rate = rates(point.tally)) points.push_back(*rate);
    return points;
}

const RateChart::Lines& RateChart::lines() const {
    const OperatingFacts& f = facts();
    const qreal scale = Theme::instance().typeScale();
    if (lines_ && lines_->run == f.run && lines_->baseline == f.baseline && lines_->size == size() &&
        lines_->scale == scale && lines_->highest == highest() && lines_->ownName == f.runName &&
        lines_->otherName == f.baselineName)
        return *lines_;
    lines_ = std::make_unique<Lines>();
    lines_->run = f.run;
    lines_->baseline = f.baseline;
    lines_->size = size();
    lines_->scale = scale;
    lines_->highest = highest();
    lines_->ownName = f.runName;
    lines_->otherName = f.baselineName;
    lines_->own = coarse(curveOf(*f.run), xScale(), yScale());
    for (const Reference& reference : references())
        lines_->references.emplace_back(coarse(reference.curve.points, xScale(), yScale()), reference.name);
    if (f.baseline) lines_->other = coarse(curveOf(*f.baseline), xScale(), yScale());
    const Theme& theme = Theme::instance();
    lines_->ownPlaces = placesOf(lines_->own, {lines_->other},
                                 placesAlong(lines_->own, {0.12, 0.2, 0.08, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9},
                                             textSize(f.runName, theme.font(12, QFont::DemiBold))));
    lines_->otherPlaces =
        placesOf(lines_->other, {lines_->own},
                 placesAlong(lines_->other, {0.36, 0.3, 0.45, 0.55, 0.2, 0.7, 0.85, 0.12, 0.92},
                             textSize(f.baselineName, theme.font(12))));
    return *lines_;
}

std::vector<ChartCurve> RateChart::curves() const {
    std::vector<ChartCurve> list;
    for (Reference& reference : references())
        list.push_back(std::move(reference.curve));
    if (facts().baseline) list.push_back({curveOf(*facts().baseline), {}, tokens().baseline, 1.5, {5, 4}});
    list.push_back({curveOf(*facts().run), {}, tokens().ink, 2.25, {}});
    return list;
}

QString RateChart::upTick(double tick) const {
    return qt(fixed(tick, 1));
}

QString RateChart::nowWords() const {
    return tr("Now");
}

void RateChart::paintGround(QPainter& painter) const {
    const QRectF plot = plotArea();
    paintGridAndYTicks(painter, plot, yScale(), niceTicks(0, highest(), 5),
                       [this](double tick) { return upTick(tick); });
    paintXTicks(painter, plot, xScale(), niceTicks(0, 1, 5), [](double tick) { return qt(fixed(tick, 1)); },
                {});
    paintRule(painter, {plot.left(), plot.bottom()}, {plot.right(), plot.bottom()}, tokens().control);
    const QFont font = Theme::instance().font(12);
    paintText(painter, QRectF(plot.left(), plot.top() - typePx(24), plot.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, upTitle(), font, tokens().ink3);
    paintText(painter, QRectF(plot.left(), plot.bottom() + typePx(24), plot.width(), typePx(20)),
              Qt::AlignRight | Qt::AlignVCenter, acrossTitle(), font, tokens().ink3);
    if (!rates(facts().run->sweep->at(facts().run->sweep->lowest())))
        paintText(painter, plot, Qt::AlignCenter, reason(), font, tokens().ink3);
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
    const Lines& drawn = lines();
    layout.blockCurve(drawn.own);
    layout.blockCurve(drawn.other);
    for (const auto& [line, name] : drawn.references)
        layout.avoidCurve(line);
    for (const Required& one : required()) {
        const QLineF line = lineOf(one);
        paintRequired(painter, line.p1(), line.p2());
        layout.avoidCurve(QPolygonF({line.p1(), line.p2()}));
    }
    if (now) {
        const qreal width = hot() ? 2 : 1.25;
        QPen dots(tokens().accent, width, Qt::CustomDashLine, Qt::FlatCap);
        dots.setDashPattern({2 / width, 3 / width});
        painter.setPen(dots);
        painter.drawLine(QPointF(plot.left(), now->y()), *now);
        painter.drawLine(*now, QPointF(now->x(), plot.bottom()));
        layout.block(QRectF(plot.left(), now->y() - 3, now->x() - plot.left(), 6));
        layout.block(QRectF(now->x() - 4, now->y(), 8, plot.bottom() - now->y()));
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
        label(nowWords(), QFont::DemiBold, tokens().accent,
              [&](const QSizeF& size) { return placesAround(*now, size); });
    if (policy)
        label(tr("Policy"), QFont::Normal, tokens().ink2, [&](const QSizeF& size) {
            std::vector<QRectF> places = placesAround(*policy, size);
            std::swap(places[0], places[1]);
            return places;
        });
    paintRequiredWords(painter, layout, labels);
    // Names stand where they are told to be of their own line: places are looked for once.
    label(f.runName, QFont::DemiBold, tokens().ink, [&](const QSizeF&) { return drawn.ownPlaces; });
    if (f.baseline)
        label(f.baselineName, QFont::Normal, tokens().ink3, [&](const QSizeF&) { return drawn.otherPlaces; });
    for (const auto& [line, name] : drawn.references)
        label(name, QFont::Normal, tokens().ink3,
              [&, corners = line](const QSizeF& size) { return besideRise(corners, size); });
}

QLineF RateChart::lineOf(const Required& one) const {
    const QRectF plot = plotArea();
    const bool upright = one.line == Qt::Vertical;
    const qreal at = std::floor((upright ? xScale() : yScale()).pixel(one.at)) + 0.5;
    return upright ? QLineF(at, plot.top(), at, plot.bottom()) : QLineF(plot.left(), at, plot.right(), at);
}

void RateChart::paintRequiredWords(QPainter& painter, LabelLayout& layout,
                                   std::vector<QRectF>& labels) const {
    const QRectF plot = plotArea();
    const QFont font = Theme::instance().font(12);
    for (const Required& one : required()) {
        const bool upright = one.line == Qt::Vertical;
        const qreal at = upright ? lineOf(one).x1() : lineOf(one).y1();
        const QSizeF size = textSize(one.words, font);
        std::vector<QRectF> places;
        for (qreal step = 4; step < plot.width() / 2; step += 12)
            for (const bool first : {true, false}) {
                if (upright)
                    places.emplace_back(
                        QPointF(first ? at - 6 - size.width() : at + 6, plot.bottom() - step - size.height()),
                        size);
                else
                    places.emplace_back(QPointF(plot.left() + step, first ? at - 3 - size.height() : at + 3),
                                        size);
            }
        const auto rect = layout.place(places);
        if (!rect) continue;
        paintText(painter, *rect, Qt::AlignCenter, one.words, font, tokens().ink3);
        labels.push_back(*rect);
    }
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

ChartTable RateChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    table.head = QStringList(tr("threshold")) + tableHead();
    for (const CurvePoint& point : facts().run->curve)
        if (const auto rate = rates(point.tally))
            table.rows.push_back({qt(shortestNumber(point.threshold)), qt(shortestNumber(rate->x())),
                                  qt(shortestNumber(rate->y()))});
    return table;
}

}  // namespace reckoner

#include "moc_rate_chart.cpp"
