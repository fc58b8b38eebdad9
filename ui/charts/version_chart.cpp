#include "ui/charts/version_chart.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "core/base/numbers.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "core/wording/outcome_words.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/cost_curves.h"
#include "ui/charts/label_layout.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr qreal kLeft = 44;
constexpr qreal kRight = 12;
constexpr qreal kTop = 26;
constexpr qreal kBottom = 44;

const Tokens& tokens() {
    return Theme::instance().tokens();
}

}  // namespace

VersionChart::VersionChart(QWidget* parent) : ChartFrame(parent) {
    setObjectName(QStringLiteral("versionChart"));
}

VersionChart::~VersionChart() = default;

QRectF VersionChart::plotArea() const {
    const qreal left = typePx(kLeft);
    const qreal top = typePx(kTop);
    return QRectF(left, top, std::max(10.0, width() - left - kRight),
                  std::max(10.0, height() - top - typePx(kBottom)));
}

PlotScale VersionChart::xScale() const {
    return {from_, to_, plotArea().left(), plotArea().right()};
}

PlotScale VersionChart::yScale() const {
    return {lowest_, highest_, plotArea().bottom(), plotArea().top()};
}

std::optional<QPointF> VersionChart::pointOf(const RunAnalysis& run, const Tally& t, double threshold) const {
    const double positives = t.tp.weight + t.fn.weight;
    const double negatives = t.fp.weight + t.tn.weight;
    const double flagged = t.tp.weight + t.fp.weight;
    switch (kind_) {
        case Kind::Cost:
            if (!std::isfinite(threshold)) return std::nullopt;
            return QPointF(threshold, run.perPeriod(run.cost.total(t)));
        case Kind::PrecisionRecall:
            if (positives <= 0 || flagged <= 0) return std::nullopt;
            return QPointF(t.tp.weight / positives, t.tp.weight / flagged);
        case Kind::Roc:
            break;
    }
    if (positives <= 0 || negatives <= 0) return std::nullopt;
    return QPointF(t.fp.weight / negatives, t.tp.weight / positives);
}

void VersionChart::prepare() {
    lines_.clear();
    int order = 0;
    for (const VersionCurve& version : versions_) {
        Line line;
        line.name = version.name;
        line.judged = version.judged;
        line.base = version.base;
        if (!line.judged && !line.base) line.order = order++;
        const RunAnalysis& run = *version.run;
        if (kind_ == Kind::Cost) {
            line.points =
                overThreshold(run, [&](const Tally& t) { return run.perPeriod(run.cost.total(t)); });
        } else {
            for (const CurvePoint& point : run.curve)
                if (const auto at = pointOf(run, point.tally, point.threshold)) line.points.push_back(*at);
        }
        line.at = pointOf(run, run.sweep->at(version.threshold), version.threshold);
        if (kind_ == Kind::Cost && line.at && version.cost) line.at->setY(*version.cost);
        lines_.push_back(std::move(line));
    }
    lowest_ = from_ = 0;
    highest_ = to_ = 1;
    if (kind_ != Kind::Cost || versions_.empty()) return;
    from_ = versions_.front().run->axisLo;
    to_ = versions_.front().run->axisHi;
    double lo = 0;
    double hi = 0;
    for (const VersionCurve& version : versions_) {
        from_ = std::min(from_, version.run->axisLo);
        to_ = std::max(to_, version.run->axisHi);
    }
    for (const Line& line : lines_)
        for (const QPointF& point : line.points) {
            lo = std::min(lo, point.y());
            hi = std::max(hi, point.y());
        }
    if (hi == lo) hi = lo + 1;
    highest_ = hi + (hi - lo) * 0.015;
    lowest_ = lo < 0 ? lo - (hi - lo) * 0.015 : 0;
}

void VersionChart::setVersions(Kind kind, const std::vector<VersionCurve>& versions,
                               std::optional<double> shared, const QString& sharedWord,
                               const Vocabulary& words) {
    kind_ = kind;
    versions_ = versions;
    shared_ = shared;
    sharedWord_ = sharedWord;
    setAccessibleName(kind == Kind::Cost              ? tr("Cost at every threshold, by version")
                      : kind == Kind::PrecisionRecall ? tr("Precision and recall, by version")
                                                      : tr("ROC curves, by version"));
    OperatingFacts facts;
    for (const VersionCurve& version : versions)
        if (version.judged) {
            facts.run = version.run;
            facts.runName = version.name;
            facts.threshold = version.threshold;
        }
    facts.words = words;
    prepare();
    setFacts(facts);
    redrawCurves();
}

QColor VersionChart::colorOf(const Line& line) const {
    if (line.judged) return tokens().accent;
    return tokens().baseline;
}

std::vector<ChartCurve> VersionChart::curves() const {
    std::vector<ChartCurve> list;
    if (kind_ == Kind::Roc) list.push_back({{{0, 0}, {1, 1}}, {}, tokens().control, 1, {}});
    // The judged one last, over the others.
    for (const Line& line : lines_)
        if (!line.judged)
            list.push_back({line.points,
                            {},
                            tokens().baseline,
                            1.5,
                            line.base         ? std::vector<qreal>{5, 4}
                            : line.order == 0 ? std::vector<qreal>{1, 3}
                                              : std::vector<qreal>{6, 3, 1, 3}});
    for (const Line& line : lines_)
        if (line.judged) list.push_back({line.points, {}, tokens().accent, 2.25, {}});
    return list;
}

void VersionChart::paintGround(QPainter& painter) const {
    const QRectF plot = plotArea();
    const PlotScale y = yScale();
    const AxisUnit unit =
        kind_ == Kind::Cost ? axisUnit(std::max(std::fabs(highest_), std::fabs(lowest_))) : AxisUnit{};
    const std::vector<double> ticks =
        niceTicks(y.lo / unit.size, y.hi / unit.size, std::max(2, static_cast<int>(plot.height() / 40)));
    const int decimals = tickDecimals(ticks);
    PlotScale shown = y;
    shown.lo /= unit.size;
    shown.hi /= unit.size;
    paintGridAndYTicks(painter, plot, shown, ticks, [&](double tick) { return qt(fixed(tick, decimals)); });
    paintRule(painter, {plot.left(), plot.bottom()}, {plot.right(), plot.bottom()}, tokens().control);
    const std::vector<double> across = niceTicks(from_, to_, 5);
    const int acrossDecimals = tickDecimals(across);
    paintXTicks(painter, plot, xScale(), across, [&](double tick) { return qt(fixed(tick, acrossDecimals)); },
                {});
    const QFont font = Theme::instance().font(12);
    const Vocabulary& words = facts().words;
    const QString up = kind_ == Kind::Cost              ? unit.word + qt(amountUnitText(*facts().run, words))
                       : kind_ == Kind::PrecisionRecall ? qt(precisionAxisTitle(words))
                                                        : qt(recallAxisTitle(words));
    const QString along = kind_ == Kind::Cost              ? qt(thresholdAxisTitle(words))
                          : kind_ == Kind::PrecisionRecall ? qt(recallAxisTitle(words))
                                                           : tr("others %1").arg(qt(words.flagged));
    paintText(painter, QRectF(plot.left(), plot.top() - typePx(24), plot.width(), typePx(20)),
              Qt::AlignLeft | Qt::AlignVCenter, up, font, tokens().ink3);
    paintText(painter, QRectF(plot.left(), plot.bottom() + typePx(24), plot.width(), typePx(20)),
              Qt::AlignRight | Qt::AlignVCenter, along, font, tokens().ink3);
}

// Dotted, with the word "required" where it finds room.
void VersionChart::paintRequiredLines(QPainter& painter, LabelLayout& layout,
                                      std::vector<QRectF>& labels) const {
    const QRectF plot = plotArea();
    const QFont font = Theme::instance().font(12);
    const auto draw = [&](bool upright, double at, const QString& text) {
        const PlotScale scale = upright ? xScale() : yScale();
        if (at < std::min(scale.lo, scale.hi) || at > std::max(scale.lo, scale.hi)) return;
        const qreal pixel = std::floor(scale.pixel(at)) + 0.5;
        const QLineF line = upright ? QLineF(pixel, plot.top(), pixel, plot.bottom())
                                    : QLineF(plot.left(), pixel, plot.right(), pixel);
        paintRequired(painter, line.p1(), line.p2());
        layout.avoidCurve(QPolygonF({line.p1(), line.p2()}));
        const QSizeF size = textSize(text, font);
        std::vector<QRectF> places;
        for (qreal step = 4; step < plot.width() / 2; step += 12)
            for (const bool first : {true, false})
                places.push_back(upright ? QRectF(QPointF(first ? pixel - 5 - size.width() : pixel + 5,
                                                          plot.bottom() - step - size.height()),
                                                  size)
                                         : QRectF(QPointF(plot.left() + step,
                                                          first ? pixel - 2 - size.height() : pixel + 2),
                                                  size));
        const auto rect = layout.place(places);
        if (!rect) return;
        paintText(painter, *rect, Qt::AlignCenter, text, font, tokens().ink3);
        labels.push_back(*rect);
    };
    const auto said = [](double at) { return tr("required %1").arg(qt(fixed(at, 2))); };
    if (kind_ == Kind::PrecisionRecall && required_.recall)
        draw(true, *required_.recall, said(*required_.recall));
    if (kind_ == Kind::PrecisionRecall && required_.precision)
        draw(false, *required_.precision, said(*required_.precision));
    if (kind_ == Kind::Roc && required_.recall) draw(false, *required_.recall, said(*required_.recall));
    if (kind_ == Kind::Cost && required_.costAtMost)
        draw(false, *required_.costAtMost, tr("at most %1").arg(qt(amountText(*required_.costAtMost))));
}

void VersionChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const QRectF plot = plotArea();
    const PlotScale x = xScale();
    const PlotScale y = yScale();
    LabelLayout layout(QRectF(plot.left() + 2, plot.top() - 2, plot.width() - 4, plot.height()));
    const auto name = [&](const QString& text, const QFont& font, const QColor& color,
                          const std::vector<QRectF>& places) {
        const auto rect = layout.place(places);
        if (!rect) return;
        paintText(painter, *rect, Qt::AlignCenter, text, font, color);
        labels.push_back(*rect);
    };
    const QFont bold = Theme::instance().font(12, QFont::DemiBold);
    const QFont plainFont = Theme::instance().font(12);
    for (const Line& line : lines_)
        layout.blockCurve(coarse(line.points, x, y));
    paintRequiredLines(painter, layout, labels);
    if (kind_ == Kind::Cost && shared_ && std::isfinite(*shared_)) {
        const qreal at = x.pixel(std::clamp(*shared_, from_, to_));
        paintRule(painter, {at, plot.top()}, {at, plot.bottom()}, tokens().ink);
        layout.blockLine({at, plot.top()}, {at, plot.bottom()});
        const QSizeF size = textSize(sharedWord_, plainFont);
        name(sharedWord_, plainFont, tokens().ink2,
             {QRectF(QPointF(at - 6 - size.width(), plot.top() + 2), size),
              QRectF(QPointF(at + 6, plot.top() + 2), size),
              QRectF(QPointF(at + 6, plot.bottom() - size.height() - 4), size)});
    }
    for (const Line& line : lines_) {
        if (!line.at || (kind_ == Kind::Cost && shared_)) continue;
        const QPointF at(x.pixel(line.at->x()), y.pixel(line.at->y()));
        painter.setPen(QPen(colorOf(line), 1.5));
        painter.setBrush(line.judged ? colorOf(line) : tokens().page);
        painter.drawEllipse(at, 4, 4);
    }
    // Each name on its curve's outer side.
    for (const bool judged : {true, false})
        for (const Line& line : lines_) {
            if (line.judged != judged) continue;
            int above = 0;
            for (const Line& other : lines_)
                if (&other != &line) above += mostlyBelow(other.points, line.points) ? 1 : -1;
            name(line.name, judged ? bold : plainFont, judged ? tokens().accent : tokens().ink2,
                 placesAlong(line.points, x, y, textSize(line.name, bold), above > 0));
        }
}

QString VersionChart::describe() const {
    QStringList said;
    for (const VersionCurve& version : versions_)
        said << version.name + QStringLiteral(": ") +
                    qt(pointSentence(*version.run, facts().words, version.threshold));
    return said.join(QLatin1Char(' '));
}

void VersionChart::resizeEvent(QResizeEvent* event) {
    ChartFrame::resizeEvent(event);
    redrawCurves();
}

ChartTable VersionChart::table() const {
    ChartTable table;
    table.head = {tr("version")};
    table.head << (kind_ == Kind::Cost              ? QStringList{tr("threshold"), tr("cost a period")}
                   : kind_ == Kind::PrecisionRecall ? QStringList{tr("recall"), tr("precision")}
                                                    : QStringList{tr("false positive rate"), tr("recall")});
    for (const Line& line : lines_)
        for (const QPointF& point : line.points)
            table.rows.push_back({line.name, qt(shortestNumber(point.x())), qt(shortestNumber(point.y()))});
    return table;
}

}  // namespace reckoner

#include "moc_version_chart.cpp"
