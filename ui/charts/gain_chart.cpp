#include "ui/charts/gain_chart.h"

#include <algorithm>
#include <cmath>

#include <QPushButton>

#include "core/wording/chart_sentences.h"
#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/number_format.h"
#include "ui/charts/chart_paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {
namespace {

const char* const kLift = "lift";
// Of the first few flagged the lift jumps about: the axis is made for the others.
constexpr double kSettled = 0.01;

std::optional<double> prevalenceOf(const Tally& t) {
    const double positives = t.tp.weight + t.fn.weight;
    const double all = t.weight();
    if (positives <= 0 || all <= 0) return std::nullopt;
    return positives / all;
}

}  // namespace

GainChart::GainChart(QWidget* parent) : RateChart(parent) {
    setAccessibleName(tr("Cumulative gain and lift"));
    setObjectName(QStringLiteral("gainChart"));
    auto* way = new QPushButton(this);
    way->setObjectName(QStringLiteral("gainOrLift"));
    connect(way, &QPushButton::clicked, this,
            [this] { Q_EMIT settingChosen(lift() ? QString() : QLatin1String(kLift)); });
    setCorner(way);
}

bool GainChart::lift() const {
    return setting() == QLatin1String(kLift);
}

void GainChart::settingChanged() {
    if (lift())
        corner()->setText(tr("Show gain"));
    else
        corner()->setText(tr("Show lift"));
    corner()->setAccessibleName(corner()->text());
}

std::optional<QPointF> GainChart::rates(const Tally& t) const {
    const double positives = t.tp.weight + t.fn.weight;
    const double all = t.weight();
    if (positives <= 0 || all <= 0) return std::nullopt;
    const double share = (t.tp.weight + t.fp.weight) / all;
    const double caught = t.tp.weight / positives;
    if (!lift()) return QPointF(share, caught);
    if (share <= 0) return std::nullopt;
    return QPointF(share, caught / share);
}

double GainChart::highest() const {
    if (!lift() || !facts().shown()) return 1;
    double most = 1;
    for (const RunAnalysis* run : {facts().run.get(), facts().baseline.get()}) {
        if (run == nullptr) continue;
        for (const CurvePoint& point : run->curve)
            if (const auto rate = rates(point.tally))
                if (rate->x() >= kSettled) most = std::max(most, rate->y());
    }
    return most * 1.06;
}

QString GainChart::upTitle() const {
    return lift() ? tr("lift: times better than chance") : qt(gainAxisTitle(facts().words));
}

QString GainChart::acrossTitle() const {
    return qt(flaggedShareAxisTitle(facts().words));
}

QString GainChart::reason() const {
    return tr("n/a: %1").arg(qt(std::string(reckoner::describe(Reason::NoPositives))));
}

std::vector<RateChart::Reference> GainChart::references() const {
    const QColor color = Theme::instance().tokens().control;
    if (lift()) return {{{{{0, 1}, {1, 1}}, {}, color, 1, {}}, tr("chance")}};
    std::vector<Reference> list{{{{{0, 0}, {1, 1}}, {}, color, 1, {}}, tr("chance")}};
    if (const auto prevalence = prevalenceOf(facts().run->sweep->at(facts().threshold)))
        list.push_back({{{{0, 0}, {*prevalence, 1}, {1, 1}}, {}, color, 1, {1, 3}}, tr("perfect")});
    return list;
}

QString GainChart::nowWords() const {
    return qt(gainPointWords(facts().run->sweep->at(facts().threshold)));
}

QString GainChart::upTick(double tick) const {
    return qt(fixed(tick, lift() && highest() > 5 ? 0 : 1));
}

std::vector<RateChart::Required> GainChart::required() const {
    std::vector<Required> list;
    if (lift()) return list;
    if (facts().drawn().recall)
        list.push_back(
            {Qt::Horizontal, *facts().drawn().recall, qt(requiredText(true, *facts().drawn().recall))});
    if (facts().drawn().flagRate)
        list.push_back(
            {Qt::Vertical, *facts().drawn().flagRate, qt(requiredText(false, *facts().drawn().flagRate))});
    return list;
}

QStringList GainChart::tableHead() const {
    return {tr("share flagged"), lift() ? tr("lift") : tr("share caught")};
}

QString GainChart::describe() const {
    if (!facts().shown()) return {};
    return tr("%1. %2").arg(nowWords(), qt(pointSentence(*facts().run, facts().words, facts().threshold)));
}

}  // namespace reckoner

#include "moc_gain_chart.cpp"
