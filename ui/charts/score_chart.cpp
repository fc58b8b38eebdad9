#include "ui/charts/score_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QPainter>
#include <QPainterPath>

#include "core/base/numbers.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/label_layout.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kBars = 50;
constexpr qreal kLeft = 44;
constexpr qreal kRight = 12;
constexpr qreal kTop = 26;
constexpr qreal kBottom = 52;
constexpr qreal kGrab = 8;

const Tokens& tokens() {
    return Theme::instance().tokens();
}

double sum(const std::vector<std::uint64_t>& bars) {
    return static_cast<double>(std::accumulate(bars.begin(), bars.end(), std::uint64_t{0}));
}

}  // namespace

ScoreChart::ScoreChart(QWidget* parent) : ChartFrame(parent) {
    setAccessibleName(tr("Scores of the two classes"));
    setObjectName(QStringLiteral("scoreChart"));
}

ScoreChart::~ScoreChart() = default;

QRectF ScoreChart::plotArea() const {
    const qreal left = typePx(kLeft);
    const qreal top = typePx(kTop);
    return QRectF(left, top, std::max(10.0, width() - left - kRight),
                  std::max(10.0, height() - top - typePx(kBottom)));
}

const ScoreHistogram& ScoreChart::histogram() const {
    if (of_ != facts().run) {
        of_ = facts().run;
        histogram_ = of_->histogram(kBars);
    }
    return histogram_;
}

std::vector<QPointF> ScoreChart::stair(const std::vector<std::uint64_t>& bars) const {
    const ScoreHistogram& h = histogram();
    const double all = std::max(1.0, sum(bars));
    const double width = (h.hi - h.lo) / static_cast<double>(bars.size());
    std::vector<QPointF> points{{h.lo, 0}};
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double share = static_cast<double>(bars[i]) / all;
        points.emplace_back(h.lo + width * static_cast<double>(i), share);
        points.emplace_back(h.lo + width * static_cast<double>(i + 1), share);
    }
    points.emplace_back(h.hi, 0);
    return points;
}

double ScoreChart::highest() const {
    double most = 0;
    for (const auto* bars : {&histogram().positives, &histogram().negatives}) {
        if (bars->empty()) continue;
        most = std::max(most, static_cast<double>(*std::max_element(bars->begin(), bars->end())) /
                                  std::max(1.0, sum(*bars)));
    }
    return most > 0 ? most * 1.06 : 1;
}

PlotScale ScoreChart::xScale() const {
    const QRectF plot = plotArea();
    if (!facts().shown()) return {0, 1, plot.left(), plot.right()};
    return {facts().run->axisLo, facts().run->axisHi, plot.left(), plot.right()};
}

PlotScale ScoreChart::yScale() const {
    const QRectF plot = plotArea();
    return {0, highest(), plot.bottom(), plot.top()};
}

std::vector<ChartCurve> ScoreChart::curves() const {
    return {{stair(histogram().negatives), {}, tokens().ink3, 1.2, {}},
            {stair(histogram().positives), {}, tokens().ink, 2.25, {}}};
}

void ScoreChart::paintGround(QPainter& painter) const {
    const QRectF plot = plotArea();
    const std::vector<double> ticks = niceTicks(0, highest(), 5);
    paintGridAndYTicks(painter, plot, yScale(), ticks, [](double tick) { return qt(percent(tick)); });
    paintRule(painter, {plot.left(), plot.bottom()}, {plot.right(), plot.bottom()}, tokens().control);
    const QFont font = Theme::instance().font(12);
    paintText(painter, QRectF(plot.left(), plot.top() - typePx(24), plot.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, tr("share of each class"), font, tokens().ink3);
    paintText(painter, QRectF(plot.left(), plot.bottom() + typePx(24), plot.width(), typePx(20)),
              Qt::AlignRight | Qt::AlignVCenter, tr("score"), font, tokens().ink3);
}

void ScoreChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const OperatingFacts& f = facts();
    const QRectF plot = plotArea();
    const PlotScale x = xScale();
    const PlotScale y = yScale();
    const qreal now = handle()->x();
    const auto fill = [&](const std::vector<QPointF>& stairPoints, const QColor& left, const QColor& right) {
        QPainterPath path;
        for (std::size_t i = 0; i < stairPoints.size(); ++i) {
            const QPointF at(x.pixel(stairPoints[i].x()), y.pixel(stairPoints[i].y()));
            i == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        path.closeSubpath();
        for (const bool flagged : {false, true}) {
            QColor color = flagged ? right : left;
            color.setAlphaF(0.34F);
            painter.save();
            painter.setClipRect(flagged ? QRectF(now, plot.top(), plot.right() - now, plot.height())
                                        : QRectF(plot.left(), plot.top(), now - plot.left(), plot.height()));
            painter.fillPath(path, color);
            painter.restore();
        }
    };
    const Tokens& t = tokens();
    fill(stair(histogram().negatives), t.tnMark, t.fpMark);
    fill(stair(histogram().positives), t.fnMark, t.tpMark);

    QPen dashed(t.accent, hot() ? 3 : 2, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({6 / dashed.widthF(), 4 / dashed.widthF()});
    painter.setPen(dashed);
    painter.drawLine(QPointF(now, plot.top()), QPointF(now, plot.bottom()));

    LabelLayout layout(plot);
    layout.block(QRectF(now - 6, plot.top(), 12, plot.height()));
    for (const auto* bars : {&histogram().positives, &histogram().negatives})
        layout.blockCurve(coarse(stair(*bars), x, y));
    const auto classLabel = [&](const std::vector<std::uint64_t>& bars, const QString& text,
                                QFont::Weight weight, const QColor& color, bool rightFirst) {
        if (bars.empty()) return;
        const QFont font = Theme::instance().font(12, weight);
        const QSizeF size = textSize(text, font);
        const auto peak = std::max_element(bars.begin(), bars.end());
        const std::vector<QPointF> points = stair(bars);
        const QPointF at(x.pixel(points[static_cast<std::size_t>(peak - bars.begin()) * 2 + 2].x()),
                         y.pixel(points[static_cast<std::size_t>(peak - bars.begin()) * 2 + 2].y()));
        std::vector<QRectF> places;
        for (const qreal away : {14.0, 40.0, 80.0, 120.0})
            for (const qreal down : {4.0, -16.0, -28.0, -44.0, 20.0, 36.0, 52.0})
                for (const bool right : {rightFirst, !rightFirst})
                    places.emplace_back(
                        QPointF(right ? at.x() + away : at.x() - away - 10 - size.width(), at.y() + down),
                        size);
        const auto rect = layout.place(places);
        if (!rect) return;
        paintText(painter, *rect, Qt::AlignCenter, text, font, color);
        labels.push_back(*rect);
    };
    classLabel(histogram().positives, qt(f.run->rows.positive), QFont::DemiBold, t.ink, true);
    classLabel(histogram().negatives, otherClass(*f.run), QFont::Normal, t.ink2, true);

    const QFont bold = Theme::instance().font(12, QFont::DemiBold);
    const QString exact = qt(fullThreshold(*f.run, f.threshold));
    const qreal width = std::max(44.0, textSize(exact, bold).width() + 10);
    const QRectF pill(std::round(now - width / 2), plot.bottom() + 4, width, typePx(20));
    const std::vector<double> ticks = niceTicks(x.lo, x.hi, 5);
    const int decimals = tickDecimals(ticks);
    paintXTicks(
        painter, plot, x, ticks, [&](double tick) { return qt(fixed(tick, decimals)); }, pill);
    paintPill(painter, pill, exact, bold, t.accent, t.onAccent);
}

std::optional<QPointF> ScoreChart::handle() const {
    if (!facts().shown()) return std::nullopt;
    const double t = std::min(std::max(facts().threshold, facts().run->axisLo), facts().run->axisHi);
    return QPointF(xScale().pixel(t), plotArea().center().y());
}

bool ScoreChart::grabs(const QPointF& at) const {
    const auto point = handle();
    return point && std::fabs(point->x() - at.x()) <= kGrab && at.y() >= plotArea().top();
}

std::optional<double> ScoreChart::thresholdAt(const QPointF& at) const {
    return roundedThreshold(*facts().run, xScale().value(at.x()));
}

QString ScoreChart::describe() const {
    if (!facts().shown()) return {};
    return qt(pointSentence(*facts().run, facts().words, facts().threshold));
}

ChartTable ScoreChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    const ScoreHistogram& h = histogram();
    const double width = (h.hi - h.lo) / kBars;
    table.head = {tr("from score"), tr("to score"), qt(facts().run->rows.positive), tr("others")};
    for (std::size_t i = 0; i < h.positives.size(); ++i)
        table.rows.push_back({qt(shortestNumber(h.lo + width * static_cast<double>(i))),
                              qt(shortestNumber(h.lo + width * static_cast<double>(i + 1))),
                              QString::number(h.positives[i]), QString::number(h.negatives[i])});
    return table;
}

}  // namespace reckoner

#include "moc_score_chart.cpp"
