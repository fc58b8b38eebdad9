#include "ui/charts/roc_chart.h"

#include "core/wording/decide_sentences.h"
#include "core/wording/limit_sentences.h"
#include "core/wording/number_format.h"
#include "ui/style/theme.h"
#include "ui/widgets/plain_label.h"

namespace reckoner {

RocChart::RocChart(QWidget* parent) : RateChart(parent) {
    setAccessibleName(tr("ROC curve"));
    setObjectName(QStringLiteral("rocChart"));
}

std::optional<QPointF> RocChart::rates(const Tally& t) const {
    const double positives = t.tp.weight + t.fn.weight;
    const double negatives = t.fp.weight + t.tn.weight;
    if (positives <= 0 || negatives <= 0) return std::nullopt;
    return QPointF(t.fp.weight / negatives, t.tp.weight / positives);
}

QString RocChart::upTitle() const {
    return qt(recallAxisTitle(facts().words));
}

QString RocChart::acrossTitle() const {
    return tr("false alarm rate: others %1").arg(qt(facts().words.flagged));
}

QString RocChart::reason() const {
    return qt(valueOr(facts().run->ranking.rocAuc, 3));
}

std::vector<RateChart::Reference> RocChart::references() const {
    return {{{{{0, 0}, {1, 1}}, {}, Theme::instance().tokens().control, 1, {}}, tr("chance")}};
}

std::vector<RateChart::Required> RocChart::required() const {
    std::vector<Required> list;
    if (facts().drawn().recall)
        list.push_back(
            {Qt::Horizontal, *facts().drawn().recall, qt(requiredText(true, *facts().drawn().recall))});
    return list;
}

QStringList RocChart::tableHead() const {
    return {tr("false positive rate"), tr("true positive rate")};
}

QString RocChart::describe() const {
    if (!facts().shown()) return {};
    return tr("Area under the curve %1. %2")
        .arg(reason(), qt(pointSentence(*facts().run, facts().words, facts().threshold)));
}

}  // namespace reckoner

#include "moc_roc_chart.cpp"
