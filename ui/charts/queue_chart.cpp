#include "ui/charts/queue_chart.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPushButton>

#include "core/base/numbers.h"
#include "core/wording/chart_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/charts/cost_curves.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

const char* const kLog = "log";

const Tokens& tokens() {
    return Theme::instance().tokens();
}

}  // namespace

struct QueueChart::Prepared {
    RunAnalysisPtr run, baseline;
    std::optional<double> capacity, asked;
    QString setting;
    QSize size;
    qreal scale = 0;
    double most = 1;   // highest number that is drawn
    double least = 1;  // lowest of the log axis
    std::vector<QPointF> flagged, caught, other, floor;
    std::vector<QRectF> caughtPlaces, alarmPlaces, ownPlaces, otherPlaces;
    QPolygonF drawn, drawnCaught, drawnOther;
};

QueueChart::QueueChart(QWidget* parent) : ThresholdChart(parent) {
    setAccessibleName(tr("Number flagged at every threshold"));
    setObjectName(QStringLiteral("queueChart"));
    auto* scale = new QPushButton(this);
    scale->setObjectName(QStringLiteral("queueScale"));
    connect(scale, &QPushButton::clicked, this,
            [this] { Q_EMIT settingChosen(log() ? QString() : QLatin1String(kLog)); });
    setCorner(scale);
}

QueueChart::~QueueChart() = default;

bool QueueChart::log() const {
    return setting() == QLatin1String(kLog);
}

void QueueChart::settingChanged() {
    if (log())
        corner()->setText(tr("Even scale"));
    else
        corner()->setText(tr("Log scale"));
    corner()->setAccessibleName(corner()->text());
}

const QueueChart::Prepared& QueueChart::prepared() const {
    const OperatingFacts& f = facts();
    const qreal scale = Theme::instance().typeScale();
    if (prepared_ && prepared_->run == f.run && prepared_->baseline == f.baseline &&
        prepared_->capacity == f.capacity && prepared_->asked == f.limits.capacity &&
        prepared_->setting == setting() && prepared_->size == size() && prepared_->scale == scale)
        return *prepared_;
    prepared_ = std::make_unique<Prepared>();
    Prepared& p = *prepared_;
    p.run = f.run;
    p.baseline = f.baseline;
    p.capacity = f.capacity;
    p.asked = f.limits.capacity;
    p.setting = setting();
    p.size = size();
    p.scale = scale;
    const auto flagged = [](const RunAnalysis& run) {
        return overThreshold(run, [&](const Tally& t) { return flaggedPerPeriod(run, t); });
    };
    p.flagged = flagged(*f.run);
    p.caught = overThreshold(*f.run, [&](const Tally& t) { return caughtPerPeriod(*f.run, t); });
    if (f.baseline) p.other = flagged(*f.baseline);
    double most = std::max(f.capacity.value_or(0), f.limits.capacity.value_or(0));
    for (const auto* points : {&p.flagged, &p.other})
        for (const QPointF& point : *points)
            most = std::max(most, point.y());
    p.most = most > 0 ? most : 1;
    p.least = p.most;
    for (const QPointF& point : p.flagged)
        if (point.y() > 0) p.least = std::min(p.least, point.y());
    for (auto* points : {&p.flagged, &p.caught, &p.other})
        for (QPointF& point : *points)
            point.setY(log() ? std::log10(std::max(point.y(), p.least / 2)) : point.y());
    const PlotScale x = xScale();
    const PlotScale y = scaleOf(p);
    p.floor = {{f.run->axisLo, y.lo}, {f.run->axisHi, y.lo}};
    p.drawn = coarse(p.flagged, x, y);
    p.drawnOther = coarse(p.other, x, y);
    if (!log()) p.drawnCaught = coarse(p.caught, x, y);
    const QFont bold = Theme::instance().font(12, QFont::DemiBold);
    if (!log()) {
        p.caughtPlaces =
            placesBetween(p.caught, p.floor, x, y, textSize(qt(capitalised(f.words.caught)), bold));
        p.alarmPlaces =
            placesBetween(p.flagged, p.caught, x, y, textSize(qt(capitalised(f.words.falseAlarmMany)), bold));
    }
    const bool above = mostlyBelow(p.flagged, p.other);  // each name on its curve's outer side
    const QSizeF ownSize = textSize(f.runName, bold);
    const QSizeF otherSize = textSize(f.baselineName, Theme::instance().font(12));
    p.ownPlaces = placesOf(p.drawn, {p.drawnOther}, placesAlong(p.flagged, x, y, ownSize, !above));
    p.otherPlaces = placesOf(p.drawnOther, {p.drawn}, placesAlong(p.other, x, y, otherSize, above));
    return p;
}

double QueueChart::heightOf(double cases) const {
    return log() ? std::log10(std::max(cases, prepared().least / 2)) : cases;
}

PlotScale QueueChart::yScale() const {
    if (facts().shown()) return scaleOf(prepared());
    const QRectF plot = plotArea();
    return {0, 1, plot.bottom(), plot.top()};
}

PlotScale QueueChart::scaleOf(const Prepared& p) const {
    const QRectF plot = plotArea();
    if (!log()) return {0, p.most * 1.03, plot.bottom(), plot.top()};
    return {std::log10(p.least / 2), std::log10(p.most * 1.2), plot.bottom(), plot.top()};
}

std::vector<double> QueueChart::upTicks() const {
    if (!log()) return ThresholdChart::upTicks();
    return logTicks(yScale().lo, yScale().hi);
}

QString QueueChart::upTitle() const {
    const QString unit = axisUnit(prepared().most).word;
    const QString title = unit + qt(flaggedAxisTitle(*facts().run, facts().words));
    return log() ? tr("%1, log scale").arg(title) : title;
}

QString QueueChart::upTick(double tick) const {
    const double shown = tick / axisUnit(prepared().most).size;
    return qt(
        fixed(shown, shown < 1 && shown > 0 ? static_cast<int>(std::ceil(-std::log10(shown) - 1e-9)) : 0));
}

std::vector<ChartCurve> QueueChart::curves() const {
    const Prepared& p = prepared();
    const Tokens& t = tokens();
    std::vector<ChartCurve> list;
    if (!log()) {
        QColor caught = t.tpMark;
        caught.setAlphaF(0.28F);
        QColor alarm = t.fpMark;
        alarm.setAlphaF(static_cast<float>(t.fpArea));
        list.push_back({p.flagged, p.caught, alarm, 0, {}});
        list.push_back({p.caught, p.floor, caught, 0, {}});
        list.push_back({p.caught, {}, t.tpMark, 1.2, {}});
    }
    if (!p.other.empty()) list.push_back({p.other, {}, t.baseline, 1.5, {5, 4}});
    list.push_back({p.flagged, {}, t.ink, 2.25, {}});
    return list;
}

void QueueChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const Prepared& p = prepared();
    const OperatingFacts& f = facts();
    const Tokens& t = tokens();
    const QRectF plot = plotArea();
    LabelLayout layout(plot.adjusted(2, -2, -2, -2));
    paintLines(painter, layout);
    layout.blockCurve(p.drawn);
    layout.blockCurve(p.drawnOther);
    layout.blockCurve(p.drawnCaught);
    const auto point = [&](double threshold) {
        const double cases = flaggedPerPeriod(*f.run, f.run->sweep->at(threshold));
        return QPointF(xOf(threshold), yScale().pixel(heightOf(cases)));
    };
    const QPointF now = point(f.threshold);
    if (policyX()) paintPolicy(painter, point(*f.policy));
    paintNow(painter, now, hot());
    layout.block(QRectF(now.x() - 10, now.y() - 10, 20, 20));
    if (f.capacity) paintLevel(painter, layout, *f.capacity, qt(capacityText(*f.run, *f.capacity)), labels);
    if (f.limits.capacity)
        paintLevel(painter, layout, *f.limits.capacity, qt(atMostText(*f.run, *f.limits.capacity)), labels);
    const QString words = qt(flaggedPerPeriodText(*f.run, f.run->sweep->at(f.threshold)));
    const QSizeF size = textSize(words, Theme::instance().font(12, QFont::DemiBold));
    std::vector<QRectF> places;
    for (const qreal away : {6.0, 18.0, 34.0, 52.0, 80.0})
        for (const bool right : {true, false})
            for (const bool above : {true, false})
                places.emplace_back(QPointF(right ? now.x() + 10 : now.x() - 10 - size.width(),
                                            above ? now.y() - away - size.height() : now.y() + away),
                                    size);
    paintLabel(painter, layout, words, QFont::DemiBold, t.accent, places, labels);
    paintPolicyLabel(painter, layout, labels);
    paintLabel(painter, layout, f.runName, QFont::DemiBold, t.ink, p.ownPlaces, labels);
    paintLabel(painter, layout, qt(capitalised(f.words.caught)), QFont::DemiBold, t.tpText, p.caughtPlaces,
               labels);
    paintLabel(painter, layout, qt(capitalised(f.words.falseAlarmMany)), QFont::DemiBold, t.fpText,
               p.alarmPlaces, labels);
    if (f.baseline) paintLabel(painter, layout, f.baselineName, QFont::Normal, t.ink3, p.otherPlaces, labels);
    paintFoot(painter);
}

QString QueueChart::describe() const {
    if (!facts().shown()) return {};
    return tr("%1. %2").arg(qt(flaggedPerPeriodText(*facts().run, facts().run->sweep->at(facts().threshold))),
                            ThresholdChart::describe());
}

ChartTable QueueChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    const RunAnalysis& run = *facts().run;
    table.head = {tr("threshold"), qt(flaggedAxisTitle(run, facts().words)), tr("of them caught")};
    for (const CurvePoint& point : run.curve)
        table.rows.push_back({qt(shortestNumber(point.threshold)),
                              qt(shortestNumber(flaggedPerPeriod(run, point.tally))),
                              qt(shortestNumber(caughtPerPeriod(run, point.tally)))});
    return table;
}

}  // namespace reckoner

#include "moc_queue_chart.cpp"
