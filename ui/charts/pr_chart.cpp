#include "ui/charts/pr_chart.h"

#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/number_format.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

PrChart::PrChart(QWidget* parent) : RateChart(parent) {
    setAccessibleName(tr("Precision-recall curve"));
    setObjectName(QStringLiteral("prChart"));
}

std::optional<QPointF> PrChart::rates(const Tally& t) const {
    const double positives = t.tp.weight + t.fn.weight;
    const double flagged = t.tp.weight + t.fp.weight;
    if (positives <= 0 || flagged <= 0) return std::nullopt;
    return QPointF(t.tp.weight / positives, t.tp.weight / flagged);
}

QString PrChart::upTitle() const {
    return qt(precisionAxisTitle(facts().words));
}

QString PrChart::acrossTitle() const {
    return qt(recallAxisTitle(facts().words));
}

QString PrChart::reason() const {
    return qt(valueOr(facts().run->ranking.averagePrecision, 3));
}

std::vector<RateChart::Required> PrChart::required() const {
    std::vector<Required> list;
    if (facts().drawn().recall)
        list.push_back(
            {Qt::Vertical, *facts().drawn().recall, qt(requiredText(true, *facts().drawn().recall))});
    if (facts().drawn().precision)
        list.push_back(
            {Qt::Horizontal, *facts().drawn().precision, qt(requiredText(true, *facts().drawn().precision))});
    return list;
}

QStringList PrChart::tableHead() const {
    return {tr("recall"), tr("precision")};
}

QString PrChart::describe() const {
    if (!facts().shown()) return {};
    return tr("Average precision %1. %2")
        .arg(reason(), qt(pointSentence(*facts().run, facts().words, facts().threshold)));
}

}  // namespace reckoner

#include "moc_pr_chart.cpp"
