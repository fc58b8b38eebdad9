#include "ui/charts/score_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include <QPainter>
#include <QPushButton>

#include "core/base/numbers.h"
#include "core/metrics/score_histogram.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

constexpr int kBars = 50;
const char* const kLog = "log";

const Tokens& tokens() {
    return Theme::instance().tokens();
}

std::vector<double> sharesOf(const std::vector<std::uint64_t>& bars) {
    const auto all = static_cast<double>(std::accumulate(bars.begin(), bars.end(), std::uint64_t{0}));
    std::vector<double> shares;
    for (const std::uint64_t bar : bars)
        shares.push_back(all > 0 ? static_cast<double>(bar) / all : 0);
    return shares;
}

}  // namespace

struct ScoreChart::Prepared {
    RunAnalysisPtr run, baseline;
    Bars own;
    Bars other;
    double most = 1;   // highest share of all bars
    double least = 1;  // lowest share that is not nothing
};

ScoreChart::ScoreChart(QWidget* parent) : ThresholdChart(parent) {
    setAccessibleName(tr("Scores of the two classes"));
    setObjectName(QStringLiteral("scoreChart"));
    auto* scale = new QPushButton(this);
    scale->setObjectName(QStringLiteral("scoreScale"));
    connect(scale, &QPushButton::clicked, this,
            [this] { Q_EMIT settingChosen(log() ? QString() : QLatin1String(kLog)); });
    setCorner(scale);
}

ScoreChart::~ScoreChart() = default;

bool ScoreChart::log() const {
    return setting() == QLatin1String(kLog);
}

void ScoreChart::settingChanged() {
    if (log())
        corner()->setText(tr("Even scale"));
    else
        corner()->setText(tr("Log scale"));
    corner()->setAccessibleName(corner()->text());
}

ScoreChart::Bars ScoreChart::barsOf(const RunAnalysis& run, double lo, double hi) {
    const ScoreHistogram bars = scoreHistogram(*run.sweep, lo, hi, kBars);
    return {sharesOf(bars.positives), sharesOf(bars.negatives)};
}

const ScoreChart::Prepared& ScoreChart::prepared() const {
    if (prepared_ && prepared_->run == facts().run && prepared_->baseline == facts().baseline)
        return *prepared_;
    prepared_ = std::make_unique<Prepared>();
    Prepared& p = *prepared_;
    p.run = facts().run;
    p.baseline = facts().baseline;
    p.own = barsOf(*p.run, p.run->axisLo, p.run->axisHi);
    if (p.baseline) p.other = barsOf(*p.baseline, p.run->axisLo, p.run->axisHi);
    double most = 0;
    for (const auto* shares : {&p.own.positives, &p.own.negatives, &p.other.positives, &p.other.negatives})
        for (const double share : *shares) {
            most = std::max(most, share);
            if (share > 0) p.least = std::min(p.least, share);
        }
    p.most = most > 0 ? most : 1;
    return p;
}

double ScoreChart::heightOf(double share) const {
    return log() ? std::log10(std::max(share, prepared().least / 2)) : share;
}

PlotScale ScoreChart::yScale() const {
    const QRectF plot = plotArea();
    if (!facts().shown()) return {0, 1, plot.bottom(), plot.top()};
    const Prepared& p = prepared();
    if (!log()) return {0, p.most * 1.06, plot.bottom(), plot.top()};
    return {std::log10(p.least / 2), std::log10(p.most * 1.2), plot.bottom(), plot.top()};
}

std::vector<double> ScoreChart::upTicks() const {
    if (!log()) return ThresholdChart::upTicks();
    return logTicks(yScale().lo, yScale().hi);
}

QString ScoreChart::upTitle() const {
    const QString title = log() ? tr("share of each class, log scale") : tr("share of each class");
    return facts().baseline ? tr("%1; dashed: %2").arg(title, facts().baselineName) : title;
}

QString ScoreChart::upTick(double tick) const {
    const int decimals = log() && tick < 0.01 ? static_cast<int>(std::ceil(-std::log10(tick) - 1e-9)) - 2 : 0;
    return qt(percent(tick, std::max(0, decimals)));
}

std::vector<QPointF> ScoreChart::stair(const std::vector<double>& shares) const {
    const double lo = facts().run->axisLo;
    const double width = (facts().run->axisHi - lo) / static_cast<double>(shares.size());
    const double floor = yScale().lo;
    std::vector<QPointF> points{{lo, floor}};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double height = heightOf(shares[i]);
        points.emplace_back(lo + width * static_cast<double>(i), height);
        points.emplace_back(lo + width * static_cast<double>(i + 1), height);
    }
    points.emplace_back(facts().run->axisHi, floor);
    return points;
}

std::vector<ChartCurve> ScoreChart::curves() const {
    const Prepared& p = prepared();
    std::vector<ChartCurve> list;
    if (p.baseline) {
        list.push_back({stair(p.other.negatives), {}, tokens().baseline, 1, {5, 4}});
        list.push_back({stair(p.other.positives), {}, tokens().baseline, 1.5, {5, 4}});
    }
    list.push_back({stair(p.own.negatives), {}, tokens().ink3, 1.2, {}});
    list.push_back({stair(p.own.positives), {}, tokens().ink, 2.25, {}});
    return list;
}

void ScoreChart::paintOverlay(QPainter& painter, std::vector<QRectF>& labels) const {
    const Prepared& p = prepared();
    const QRectF plot = plotArea();
    const PlotScale x = xScale();
    const PlotScale y = yScale();
    const qreal now = xOf(facts().threshold);
    // Upright bars on pixel borders: cheaper than a path, and repainted in every frame of a drag.
    const auto fill = [&](const std::vector<double>& shares, const QColor& left, const QColor& right) {
        const qreal width = plot.width() / static_cast<qreal>(shares.size());
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const qreal from = std::round(plot.left() + width * static_cast<qreal>(i));
            const qreal to = std::round(plot.left() + width * static_cast<qreal>(i + 1));
            const qreal top = y.pixel(heightOf(shares[i]));
            const qreal turn = std::clamp(now, from, to);
            for (const auto& [a, b, tone] : {std::tuple(from, turn, left), std::tuple(turn, to, right)}) {
                QColor color = tone;
                color.setAlphaF(0.34F);
                if (b > a) painter.fillRect(QRectF(a, top, b - a, plot.bottom() - top), color);
            }
        }
    };
    const Tokens& t = tokens();
    fill(p.own.negatives, t.tnMark, t.fpMark);
    fill(p.own.positives, t.fnMark, t.tpMark);

    LabelLayout layout(plot);
    paintLines(painter, layout);
    for (const auto* shares : {&p.own.positives, &p.own.negatives})
        layout.blockCurve(coarse(stair(*shares), x, y));
    const auto classLabel = [&](const std::vector<double>& shares, const QString& text, QFont::Weight weight,
                                const QColor& color) {
        if (shares.empty()) return;
        const QSizeF size = textSize(text, Theme::instance().font(12, weight));
        const auto peak = std::max_element(shares.begin(), shares.end());
        const std::vector<QPointF> points = stair(shares);
        const QPointF top = points[static_cast<std::size_t>(peak - shares.begin()) * 2 + 2];
        const QPointF at(x.pixel(top.x()), y.pixel(top.y()));
        std::vector<QRectF> places;
        for (const qreal away : {14.0, 40.0, 80.0, 120.0})
            for (const qreal down : {4.0, -16.0, -28.0, -44.0, 20.0, 36.0, 52.0})
                for (const bool right : {true, false})
                    places.emplace_back(
                        QPointF(right ? at.x() + away : at.x() - away - 10 - size.width(), at.y() + down),
                        size);
        paintLabel(painter, layout, text, weight, color, places, labels);
    };
    classLabel(p.own.positives, qt(facts().run->rows.positive), QFont::DemiBold, t.ink);
    classLabel(p.own.negatives, otherClass(*facts().run), QFont::Normal, t.ink2);
    paintPolicyLabel(painter, layout, labels);
    paintFoot(painter);
}

ChartTable ScoreChart::table() const {
    ChartTable table;
    if (!facts().shown()) return table;
    const ScoreHistogram h = facts().run->histogram(kBars);
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
