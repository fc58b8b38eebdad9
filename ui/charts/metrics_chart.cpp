#include "ui/charts/metrics_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QMenu>
#include <QPainter>
#include <QPushButton>

#include "core/base/numbers.h"
#include "core/wording/chart_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr std::size_t kMost = 3;
constexpr std::size_t kMostPlaces = 24;  // of a name
const char* const kOffered[] = {"precision",         "recall", "f1",    "accuracy", "specificity",
                                "balanced_accuracy", "mcc",    "kappa", "npv",      "selection_rate"};
const char* const kUsual[] = {"precision", "recall", "f1"};

struct Stroke {
    qreal width;
    QColor Tokens::*color;
    QFont::Weight weight;
};
// Of the first, second and third line.
constexpr Stroke kStrokes[kMost] = {{2.25, &Tokens::ink, QFont::DemiBold},
                                    {1.75, &Tokens::ink2, QFont::Normal},
                                    {1.25, &Tokens::ink3, QFont::Normal}};

const Tokens& tokens() {
    return Theme::instance().tokens();
}

std::vector<QPointF> lineOf(const RunAnalysis& run, const MetricEntry& metric) {
    std::vector<QPointF> points = overThreshold(run, [&](const Tally& tally) {
        const Value value = metric.value(tally);
        return value ? *value : std::numeric_limits<double>::quiet_NaN();
    });
    std::erase_if(points, [](const QPointF& point) { return std::isnan(point.y()); });
    return points;
}

// All along a line, on all four sides, nearest to it first; in the middle before the ends.
std::vector<QRectF> placesBeside(const QPolygonF& line, const QSizeF& size) {
    std::vector<QRectF> places;
    if (line.isEmpty()) return places;
    for (const qreal gap : {5.0, 10.0, 18.0, 30.0})
        for (const qreal share : {0.6, 0.7, 0.5, 0.8, 0.4, 0.3, 0.2, 0.9, 0.1, 0.05, 0.95}) {
            const QPointF at = line[static_cast<qsizetype>(share * static_cast<qreal>(line.size() - 1))];
            const qreal above = at.y() - gap - size.height();
            const qreal below = at.y() + gap;
            for (const QPointF& corner :
                 {QPointF(at.x() + gap, above), QPointF(at.x() - gap - size.width(), above),
                  QPointF(at.x() + gap, below), QPointF(at.x() - gap - size.width(), below)})
                places.emplace_back(corner, size);
        }
    return places;
}

}  // namespace

struct MetricsChart::Prepared {
    RunAnalysisPtr run, baseline;
    QString setting;
    QSize size;
    qreal scale = 0;
    double lowest = 0;
    std::vector<Line> lines;
    std::vector<QPolygonF> drawn;             // what labels keep off
    std::vector<std::vector<QRectF>> places;  // beside lines: where each name touches no curve
};

MetricsChart::MetricsChart(QWidget* parent) : ThresholdChart(parent) {
    setAccessibleName(tr("Metrics at every threshold"));
    setObjectName(QStringLiteral("metricsChart"));
    auto* choose = new QPushButton(tr("Metrics..."), this);
    choose->setObjectName(QStringLiteral("chooseMetrics"));
    choose->setAccessibleName(tr("Choose up to three metrics"));
    connect(choose, &QPushButton::clicked, this, &MetricsChart::offer);
    setCorner(choose);
}

MetricsChart::~MetricsChart() = default;

void MetricsChart::settingChanged() {
    prepared_.reset();
}

std::vector<const MetricEntry*> MetricsChart::chosen() const {
    std::vector<const MetricEntry*> metrics;
    for (const QString& id : setting().split(u',')) {
        const auto known = std::find_if(std::begin(kOffered), std::end(kOffered),
                                        [&](const char* offered) { return id == QLatin1String(offered); });
        if (known == std::end(kOffered) || metrics.size() == kMost) continue;
        const MetricEntry* metric = findMetric(*known);
        if (std::find(metrics.begin(), metrics.end(), metric) == metrics.end()) metrics.push_back(metric);
    }
    if (metrics.empty())
        for (const char* id : kUsual)
            metrics.push_back(findMetric(id));
    return metrics;
}

// A fourth takes the place of the one chosen first; the last one stays.
void MetricsChart::toggle(const MetricEntry& metric) {
    std::vector<const MetricEntry*> metrics = chosen();
    const auto found = std::find(metrics.begin(), metrics.end(), &metric);
    if (found != metrics.end() && metrics.size() > 1)
        metrics.erase(found);
    else if (found == metrics.end())
        metrics.push_back(&metric);
    if (metrics.size() > kMost) metrics.erase(metrics.begin());
    QStringList ids;
    for (const MetricEntry* one : metrics)
        ids << QString::fromLatin1(one->id.data(), static_cast<qsizetype>(one->id.size()));
    Q_EMIT settingChosen(ids.join(u','));
}

void MetricsChart::offer() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("metricsMenu"));
    const std::vector<const MetricEntry*> metrics = chosen();
    for (const char* id : kOffered) {
        const MetricEntry* metric = findMetric(id);
        QAction* action =
            menu->addAction(qt(std::string(metric->title)), this, [this, metric] { toggle(*metric); });
        action->setCheckable(true);
        action->setChecked(std::find(metrics.begin(), metrics.end(), metric) != metrics.end());
    }
    menu->popup(corner()->mapToGlobal(QPoint(0, corner()->height() + 2)));
}

const MetricsChart::Prepared& MetricsChart::prepared() const {
    const OperatingFacts& f = facts();
    const qreal scale = Theme::instance().typeScale();
    if (prepared_ && prepared_->run == f.run && prepared_->baseline == f.baseline &&
        prepared_->setting == setting() && prepared_->size == size() && prepared_->scale == scale)
        return *prepared_;
    prepared_ = std::make_unique<Prepared>();
    Prepared& p = *prepared_;
    p.run = f.run;
    p.baseline = f.baseline;
    p.setting = setting();
    p.size = size();
    p.scale = scale;
    for (const MetricEntry* metric : chosen()) {
        Line line{metric, lineOf(*f.run, *metric), {}};
        if (f.baseline) line.other = lineOf(*f.baseline, *metric);
        for (const auto* points : {&line.own, &line.other})
            for (const QPointF& point : *points)
                p.lowest = std::min(p.lowest, point.y());
        p.lines.push_back(std::move(line));
    }
    const QRectF plot = plotArea();
    const PlotScale y{p.lowest, 1, plot.bottom(), plot.top()};
    for (const Line& line : p.lines) {
        p.drawn.push_back(coarse(line.own, xScale(), y));
        p.drawn.push_back(coarse(line.other, xScale(), y));
    }
    // Which places are off all curves is found once, not in every frame of a drag.
    LabelLayout curves(plot.adjusted(2, -2, -2, -2));
    for (const QPolygonF& line : p.drawn)
        curves.blockCurve(line);
    for (std::size_t i = 0; i < p.lines.size(); ++i) {
        // As wide as its widest value, so that a name stays where it is while digits change.
        const QString widest = qt(std::string(p.lines[i].metric->title)) + QStringLiteral(" \u22120.000");
        const QSizeF named = textSize(widest, Theme::instance().font(12, kStrokes[i].weight));
        std::vector<QPolygonF> others = p.drawn;
        others.erase(others.begin() + 2 * static_cast<std::ptrdiff_t>(i));
        std::vector<QRectF> places = placesOf(p.drawn[2 * i], others, placesBeside(p.drawn[2 * i], named));
        std::erase_if(places, [&](const QRectF& rect) { return !curves.free(rect); });
        // Where three lines run together any place off them is better than no name.
        if (places.empty()) {
            places = placesBeside(p.drawn[2 * i], named);
            std::erase_if(places, [&](const QRectF& rect) { return !curves.free(rect); });
        }
        if (places.size() > kMostPlaces) places.resize(kMostPlaces);
        p.places.push_back(std::move(places));
    }
    return p;
}

PlotScale MetricsChart::yScale() const {
    const QRectF plot = plotArea();
    return {facts().shown() ? prepared().lowest : 0, 1, plot.bottom(), plot.top()};
}

QString MetricsChart::upTitle() const {
    return facts().baseline ? tr("at this threshold; dashed: %1").arg(facts().baselineName)
                            : tr("at this threshold");
}

QString MetricsChart::upTick(double tick) const {
    return qt(fixed(tick, 1));
}

std::vector<ChartCurve> MetricsChart::curves() const {
    std::vector<ChartCurve> list;
    const Prepared& p = prepared();
    for (const Line& line : p.lines)
        if (!line.other.empty()) list.push_back({line.other, {}, tokens().baseline, 1.2, {5, 4}});
    for (std::size_t i = 0; i < p.lines.size(); ++i)
        list.push_back({p.lines[i].own, {}, tokens().*kStrokes[i].color, kStrokes[i].width, {}});
    return list;
}

void MetricsChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const Prepared& p = prepared();
    const RunAnalysis& run = *facts().run;
    const PlotScale y = yScale();
    const QRectF plot = plotArea();
    LabelLayout layout(plot.adjusted(2, -2, -2, -2));
    paintLines(painter, layout);
    for (const QPolygonF& line : p.drawn)
        layout.blockCurve(line);
    const Tally tally = run.sweep->at(facts().threshold);
    for (std::size_t i = 0; i < p.lines.size(); ++i) {
        const Value value = p.lines[i].metric->value(tally);
        if (!value) continue;
        const QPointF at(xOf(facts().threshold), y.pixel(*value));
        painter.setPen(QPen(tokens().page, 1.5));
        painter.setBrush(tokens().accent);
        painter.drawEllipse(at, 4.5, 4.5);
    }
    for (std::size_t i = 0; i < p.lines.size(); ++i) {
        const Line& line = p.lines[i];
        const QFont::Weight weight = kStrokes[i].weight;
        paintLabel(painter, layout, qt(metricWithValue(*line.metric, tally)), weight,
                   tokens().*kStrokes[i].color, p.places[i], labels);
    }
    for (const Line& line : p.lines) {
        const bool recall = line.metric->id == "recall";
        if (!recall && line.metric->id != "precision") continue;
        if (const auto floor = recall ? facts().drawn().recall : facts().drawn().precision)
            paintLevel(painter, layout, *floor,
                       qt(std::string(line.metric->title) + " " + requiredText(true, *floor)), labels);
    }
    paintPolicyLabel(painter, layout, labels);
    paintFoot(painter);
}

QString MetricsChart::describe() const {
    if (!facts().shown()) return {};
    const Tally tally = facts().run->sweep->at(facts().threshold);
    QStringList values;
    for (const MetricEntry* metric : chosen())
        values << qt(metricWithValue(*metric, tally));
    return tr("%1. %2").arg(values.join(QStringLiteral(", ")), ThresholdChart::describe());
}

ChartTable MetricsChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    table.head << tr("threshold");
    const std::vector<const MetricEntry*> metrics = chosen();
    for (const MetricEntry* metric : metrics)
        table.head << qt(std::string(metric->title));
    for (const CurvePoint& point : facts().run->curve) {
        QStringList row(qt(shortestNumber(point.threshold)));
        for (const MetricEntry* metric : metrics) {
            const Value value = metric->value(point.tally);
            row << (value ? qt(shortestNumber(*value)) : tr("n/a"));
        }
        table.rows.push_back(row);
    }
    return table;
}

}  // namespace reckoner

#include "moc_metrics_chart.cpp"
